import type { RecordData, RecordType } from '@tenon/sdk'
import { Checkbox } from 'antd'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useInlineCells } from '../inline/useInlineCells'
import { ColumnHeaders } from './ColumnHeaders'
import { RecordRows } from './RecordRows'
import { rowClick } from './rowClick'
import type { Columns } from './useColumns'
import { useFrozen } from './useFrozen'
import type { ListState } from './useListState'
import { useWindow } from './useWindow'

interface Props {
  type: RecordType
  columns: Columns
  rows: RecordData[]
  /** How far a row is indented, for lists that are trees. */
  depths: Record<string, number>
  state: ListState
  stale: boolean
  /** Whether further rows are to come. */
  more: boolean
  /** Hears which rows are in sight. */
  look: (first: number, last: number) => void
  selected: string[]
  select: (ids: string[]) => void
  peek: (id: string | null) => void
}

/** Rows and columns; header and first column stay in sight. Of very many rows only those in sight are drawn. */
export function RecordTable({ type, columns, rows, depths, state, stale, more, look, selected, select, peek }: Props) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const inline = useInlineCells(type, columns.columns, rows, () => peek(null))
  // Another question is answered from its beginning, not from where the one before was left. Before useWindow looks.
  useLayoutEffect(() => { if (stale) frame.current!.scrollTop = 0 }, [stale])
  const { from, to, row, windowed } = useWindow(frame, rows.length, look)
  const frozen = useFrozen(table, windowed ? JSON.stringify(columns.kept) : null)
  const all = rows.length > 0 && rows.every(one => selected.includes(one.id))
  const tick = (
    <Checkbox checked={all} indeterminate={selected.length > 0 && !all} aria-label={t('list.selectAll')} onChange={() => select(all ? [] : rows.map(one => one.id))} />
  )
  const span = columns.columns.length + 1
  // What stands below the rows is made anew when there are more of them: it must not move.
  const gap = (count: number, key?: string) => count > 0 && <tr key={key} className="gap" aria-hidden="true" style={{ height: count * row }}><td colSpan={span} /></tr>
  return (
    <div ref={frame} className={stale ? 'table-frame stale' : 'table-frame'}>
      <table ref={table} className={frozen ? 'records frozen' : 'records'} style={frozen ? { width: frozen.reduce((sum, width) => sum + width, 0) } : undefined} aria-label={type.plural} aria-rowcount={windowed ? -1 : undefined}
        onClick={rowClick(type, peek)} {...inline.handlers}>
        {frozen && <colgroup>{frozen.map((width, index) => <col key={index} style={{ width }} />)}</colgroup>}
        <thead><ColumnHeaders columns={columns} state={state} tick={tick} /></thead>
        <tbody>
          {gap(from)}
          <RecordRows type={type} columns={columns} rows={windowed ? rows.slice(from, to) : rows} depths={depths} state={state} selected={selected} select={select} inline={inline} />
          {gap(rows.length - to, `gap ${rows.length}`)}
          {more && !stale && <tr key={`coming ${rows.length}`} className="coming" aria-hidden="true"><td colSpan={span}><span className="late coming-bar" /></td></tr>}
        </tbody>
      </table>
    </div>
  )
}
