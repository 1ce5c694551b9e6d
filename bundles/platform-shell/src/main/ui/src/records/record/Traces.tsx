import { useShell, type RecordData } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../util/format'

/** Who made the record and who changed it last. */
export function Traces({ record }: { record: RecordData }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const name = (field: string) => [record._labels?.[field] ?? ''].flat()[0] ?? ''
  const time = (field: string) => (typeof record[field] === 'string' ? formatInstant(record[field], language) : '')
  return (
    <p className="meta traces">
      {record.createdAt ? t('record.created', { by: name('createdBy'), at: time('createdAt') }) : ''}
      {record.updatedAt && record.updatedAt !== record.createdAt ? <><br />{t('record.updated', { by: name('updatedBy'), at: time('updatedAt') })}</> : ''}
    </p>
  )
}
