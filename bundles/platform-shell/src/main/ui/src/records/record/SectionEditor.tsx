import { useUnsaved, type RecordData, type RecordType, type Values } from '@tenon/sdk'
import { App, Alert } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetUnsaved } from '../../app/unsaved'
import { DuplicateHint } from '../duplicates/DuplicateHint'
import { DraftNotice } from '../form/DraftNotice'
import { ErrorSummary } from '../form/ErrorSummary'
import { FormFields } from '../form/FormFields'
import { SaveBar } from '../form/SaveBar'
import { useDraft } from '../form/useDraft'
import { useForm } from '../form/useForm'
import { draftOwner } from './draftedSection'
import { isWritable, type Section } from '../layout'
import { ConflictDialog } from './ConflictDialog'
import { useSave } from './useSave'

interface Props { type: RecordType; record: RecordData; section: Section; done: () => void }

/** One section while it is edited, on the version it was opened with. */
export function SectionEditor({ type, record, section, done }: Props) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const owner = draftOwner(type, record.id, section.name)
  const draft = useDraft(owner, record.version)
  const [base] = useState({ ...record, version: draft.found?.version ?? record.version })
  const fields = useMemo(() => section.fields.filter(isWritable), [section])
  const form = useForm(base as Values, fields, type.fields, draft)
  const { busy, conflict, save, settle } = useSave(type, record.id, form.refuse)
  useUnsaved(owner, form.dirty)

  const stored = async (patch: Values, version: number) => {
    if (!(await save(patch, version))) return
    forgetUnsaved()
    message.success(t('record.saved'))
    done()
  }
  const submit = () => {
    if (!form.dirty) done()
    else if (form.complete()) void stored(form.patch, base.version)
  }
  const cancel = () => {
    if (!form.dirty) return done()
    modal.confirm({
      title: t('unsaved.discardTitle'), content: t('unsaved.discardText'), okText: t('unsaved.discard'), cancelText: t('unsaved.keep'),
      onOk: () => { forgetUnsaved(); done() },
    })
  }

  return (
    <section className="card editing" aria-label={section.label ?? t('record.more')}>
      <h2 className="card-title">{section.label ?? t('record.more')}</h2>
      {record.version !== base.version && <Alert type="warning" showIcon title={t('conflict.meanwhile')} />}
      <DraftNotice form={form} />
      <ErrorSummary form={form} fields={fields} />
      <form onSubmit={event => { event.preventDefault(); submit() }} noValidate>
        <FormFields fields={fields} all={type.fields} columns={section.columns} form={form} labels={base._labels} focusFirst />
        <DuplicateHint type={type} form={form} id={record.id} />
        <SaveBar busy={busy} cancel={cancel} save={submit} />
      </form>
      {conflict && (
        <ConflictDialog conflict={conflict} type={type} patch={form.patch} busy={busy} close={settle}
          keep={patch => (Object.keys(patch).length > 0 ? void stored(patch, conflict.version) : (settle(), forgetUnsaved(), done()))} />
      )}
    </section>
  )
}
