import type { RecordData, RecordType } from '@tenon/sdk'
import { App, Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { FilledSheet } from '../../settings/FilledSheet'
import '../../settings/settings.css'
import { useFilled, type Template } from '../../settings/templates'
import { plainText } from '../fields/plainText'
import { addressOf, mailLink } from './mailLink'

interface Props { type: RecordType; record: RecordData; template: Template; close: () => void }

/** A mail or message made from a record: to copy, or to go on with in the mail program. */
export function ComposeDialog({ type, record, template, close }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { data, error } = useFilled(template.id, record.id)
  const text = data ? (data.sort === 'message' ? data.body : plainText(data.body)) : ''
  const link = data?.sort === 'mail' ? mailLink(addressOf(type, record), data.subject ?? '', text) : null
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(data?.subject ? `${data.subject}\n\n${text}` : text)
      message.success(t('template.copied'))
    } catch {
      message.error(t('template.notCopied'))
    }
  }
  return (
    <Modal open title={template.name} onCancel={close} width={720} footer={data ? (
      <>
        {link && <a className="button-link" href={link}>{t('template.mail')}</a>}
        <Button type="primary" onClick={() => void copy()}>{t('template.copy')}</Button>
      </>
    ) : null}>
      {error && <Broken error={error} />}
      {!data && !error && <PageSkeleton rows={3} />}
      {data && <FilledSheet filled={data} />}
      {data?.sort === 'mail' && !link && <p className="muted">{t('template.tooLong')}</p>}
    </Modal>
  )
}
