import { PlusOutlined } from '@ant-design/icons'
import { isProblem, type RecordType, type TypeSummary } from '@tenon/sdk'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { Dot } from '../../records/fields/Dot'
import { labelOf, useDefine, useDefinitions, type Definition } from './definitions'
import { FieldDialog } from './FieldDialog'

const FLAGS = ['required', 'unique', 'filter', 'sort'] as const

/** The fields added to a type; retired ones can be brought back. */
export function FieldList({ type, types, language }: { type: RecordType; types: TypeSummary[]; language: string }) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const { data, error, refetch } = useDefinitions(type.name)
  const define = useDefine(type.name)
  const [open, setOpen] = useState<Definition | 'new' | null>(null)
  if (error) return <Broken error={error} retry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const turn = async (field: Definition) => {
    try {
      await define.retire(field)
      message.success(t(field.state === 'retired' ? 'define.restored' : 'define.retiredDone', { name: labelOf(field.labels, language) }))
    } catch (problem) {
      message.error(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
  }
  const retire = (field: Definition) => (field.state === 'retired' ? void turn(field) : modal.confirm({
    title: t('define.retireTitle', { name: labelOf(field.labels, language) }), content: t('define.retireText'), okText: t('define.retire'), cancelText: t('action.cancel'), onOk: () => turn(field),
  }))
  return (
    <>
      <div className="define-toolbar"><Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen('new')}>{t('define.add')}</Button></div>
      {data.length === 0 && <p className="muted">{t('define.empty', { type: type.label })}</p>}
      {data.length > 0 && (
        <div className="define-scroll card" role="region" aria-label={t('define.tab.fields')} tabIndex={0}>
          <table className="plain">
            <thead><tr><th scope="col">{t('define.labels')}</th><th scope="col">{t('define.name')}</th><th scope="col">{t('define.kind')}</th><th scope="col">{t('define.flags')}</th><th scope="col">{t('define.state')}</th><td /></tr></thead>
            <tbody>
              {data.map(field => {
                const name = labelOf(field.labels, language)
                return (
                  <tr key={field.id} className={field.state === 'retired' ? 'retired' : undefined}>
                    <th scope="row">{name}</th>
                    <td><code>{field.name}</code></td>
                    <td>{t(`define.kind.${field.kind}`)}</td>
                    <td>{FLAGS.filter(flag => field[flag]).map(flag => t(`define.${flag}`)).join('、')}</td>
                    <td><Dot color={field.state === 'retired' ? 'grey' : field.indexed ? 'green' : 'amber'}>{t(field.state === 'retired' ? 'define.retired' : field.indexed ? 'define.active' : 'define.indexing')}</Dot></td>
                    <td className="define-actions">
                      {field.state !== 'retired' && <Button size="small" aria-label={t('define.editNamed', { name })} onClick={() => setOpen(field)}>{t('action.edit')}</Button>}
                      <Button size="small" onClick={() => retire(field)} aria-label={t(field.state === 'retired' ? 'define.restoreNamed' : 'define.retireNamed', { name })}>{t(field.state === 'retired' ? 'define.restore' : 'define.retire')}</Button>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {open && <FieldDialog type={type} types={types} known={open === 'new' ? null : open} language={language} close={() => setOpen(null)} />}
    </>
  )
}
