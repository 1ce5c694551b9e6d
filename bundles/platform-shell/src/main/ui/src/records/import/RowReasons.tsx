import type { RecordType } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ImportRow } from './types'

/** Why a row was refused or left out, and the records it repeats. */
export function RowReasons({ row, type }: { row: ImportRow; type: RecordType }) {
  const { t } = useTranslation()
  return (
    <>
      {row.errors.map((error, index) => (
        <div key={index} className="import-error">
          {error.header && <strong>{error.header}</strong>} {error.reason}{error.value.trim() && <span className="meta">{t('import.found', { value: error.value })}</span>}
        </div>
      ))}
      {row.undoReason && <div>{row.undoReason}</div>}
      {row.twin !== null && <div>{t('import.twin', { line: row.twin })}</div>}
      {row.others.length > 0 && (
        <div>{t('import.repeats')} {row.others.map((other, index) => <span key={other.id}>{index > 0 && '、'}<Link to={`${type.route}/${other.id}`}>{other.title}</Link></span>)}</div>
      )}
      {row.hidden > 0 && <div className="meta">{t('import.hidden', { count: row.hidden })}</div>}
    </>
  )
}
