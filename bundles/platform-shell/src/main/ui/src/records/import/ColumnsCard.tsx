import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { ColumnLine } from './ColumnLine'
import type { ColumnRule, ImportFull } from './types'

interface Props { of: ImportFull; columns: ColumnRule[]; change: (columns: ColumnRule[]) => void }

/** What each column means. */
export function ColumnsCard({ of, columns, change }: Props) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-label={t('import.columns')}>
      <div className="card-header">
        <h2 className="card-title">{t('import.columns')}</h2>
        {of.remembered && <Tag>{t('import.remembered')}</Tag>}
        <span className="meta">{t('import.columnsRead', { read: columns.length, all: of.look.headers.length })}</span>
      </div>
      <ul className="import-columns">
        {of.look.headers.map((header, column) => (
          <ColumnLine key={column} header={header} column={column} of={of} columns={columns} change={change}
            sample={of.look.first.map(row => row.cells[column] ?? '').find(cell => cell.trim() !== '') ?? ''} />
        ))}
      </ul>
    </section>
  )
}
