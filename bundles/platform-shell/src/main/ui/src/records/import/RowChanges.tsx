import { useShell, type RecordType } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { valueText } from '../record/valueText'
import type { Change, ImportRow } from './types'

const SHOWN = 8

/** What a row changes, old → new; of a new record what it will hold. */
export function RowChanges({ row, type }: { row: ImportRow; type: RecordType }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const texts = { language, yes: t('field.yes'), no: t('field.no') }
  const text = (change: Change, which: 'old' | 'new') =>
    valueText(change[which], which === 'old' ? change.oldLabel : change.newLabel, type.fields.find(field => field.name === change.field), texts)
  const shown = row.changes.filter(change => row.outcome !== 'created' || change.new !== null).slice(0, SHOWN)
  return (
    <>
      {shown.map(change => (
        <div key={change.field} className="import-change">
          <span className="meta">{change.label}</span>{' '}
          {change.old !== null && <><del>{text(change, 'old')}</del>{' → '}</>}
          <ins>{text(change, 'new') || t('import.emptied')}</ins>
        </div>
      ))}
      {row.changes.length > SHOWN && <div className="meta">{t('import.moreChanges', { count: row.changes.length - SHOWN })}</div>}
    </>
  )
}
