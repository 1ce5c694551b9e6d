import type { RecordData, RecordType } from '@tenon/sdk'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useInlineCells } from '../inline/useInlineCells'
import { ColumnHeaders } from './ColumnHeaders'
import { RecordRows } from './RecordRows'
import type { Columns } from './useColumns'
import type { ListState } from './useListState'

interface Props {
  type: RecordType
  columns: Columns
  rows: RecordData[]
  /** How far a row is indented, for lists that are trees. */
  depths: Record<string, number>
  state: ListState
  stale: boolean
  selected: string[]
  select: (ids: string[]) => void
  peek: (id: string | null) => void
}

/** Rows and columns; header and first column stay in sight. */
export function RecordTable({ type, columns, rows, depths, state, stale, selected, select, peek }: Props) {
  const { t } = useTranslation()
  const inline = useInlineCells(type, columns.columns, rows, () => peek(null))
  const all = rows.length > 0 && rows.every(row => selected.includes(row.id))
  const tick = (
    <Checkbox checked={all} indeterminate={selected.length > 0 && !all} aria-label={t('list.selectAll')} onChange={() => select(all ? [] : rows.map(row => row.id))} />
  )
  return (
    <div className={stale ? 'table-frame stale' : 'table-frame'}>
      <table className="records" aria-label={type.plural} {...inline.handlers}>
        <thead><ColumnHeaders columns={columns} state={state} tick={tick} /></thead>
        <tbody><RecordRows type={type} columns={columns} rows={rows} depths={depths} state={state} selected={selected} select={select} peek={peek} inline={inline} /></tbody>
      </table>
    </div>
  )
}
