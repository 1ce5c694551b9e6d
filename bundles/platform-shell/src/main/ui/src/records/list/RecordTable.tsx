import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { Checkbox } from 'antd'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FieldView } from '../fields/FieldView'
import { InlineEditor } from '../inline/InlineEditor'
import { useInlineCells } from '../inline/useInlineCells'
import { titleOf } from '../titleOf'
import type { ListState } from './useListState'

const NUMBERS = new Set(['number', 'decimal', 'money'])

interface Props {
  type: RecordType
  columns: Field[]
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
  const inline = useInlineCells(type, columns, rows, () => peek(null))
  const edited = (id: string, field: string) => inline.editing?.id === id && inline.editing.field === field
  const all = rows.length > 0 && selected.length === rows.length
  const clicked = (event: MouseEvent<HTMLElement>, id: string) => {
    const on = event.target as HTMLElement
    if (event.detail > 1 || on.closest('a, button, input, label') || window.getSelection()?.toString()) return
    peek(id)
  }
  return (
    <div className={stale ? 'table-frame stale' : 'table-frame'}>
      <table className="records" aria-label={type.plural} {...inline.handlers}>
        <thead>
          <tr>
            <th className="tick"><Checkbox checked={all} indeterminate={selected.length > 0 && !all} aria-label={t('list.selectAll')}
              onChange={() => select(all ? [] : rows.map(row => row.id))} /></th>
            {columns.map(column => <Header key={column.name} column={column} state={state} />)}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id} data-id={row.id} className={row.id === state.peek ? 'shown' : undefined} onClick={event => clicked(event, row.id)}>
              <td className="tick"><Checkbox checked={selected.includes(row.id)} aria-label={t('list.select', { title: titleOf(row, type) })}
                onChange={() => select(selected.includes(row.id) ? selected.filter(id => id !== row.id) : [...selected, row.id])} /></td>
              {columns.map(column => {
                const editing = edited(row.id, column.name)
                const content = editing && <InlineEditor type={type} record={row} field={column} leave={inline.leave} />
                return column.name === type.titleField
                  ? <th key={column.name} scope="row" data-field={column.name} tabIndex={-1} className={editing ? 'edited' : undefined}
                      style={depths[row.id] ? { paddingInlineStart: 12 + depths[row.id]! * 20 } : undefined}>{content || <Link to={`${type.route}/${row.id}`}>{titleOf(row, type)}</Link>}</th>
                  : <td key={column.name} data-field={column.name} tabIndex={-1} className={cellClass(column, editing)}><div className="cell">{content || <FieldView field={column} record={row} compact />}</div></td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const cellClass = (column: Field, editing: boolean) => [NUMBERS.has(column.type) && 'right', editing && 'edited'].filter(Boolean).join(' ') || undefined

function Header({ column, state }: { column: Field; state: ListState }) {
  const { t } = useTranslation()
  const className = NUMBERS.has(column.type) ? 'right' : undefined
  if (!column.sortable) return <th scope="col" className={className}>{column.label}</th>
  const up = state.sort === column.name
  const down = state.sort === `-${column.name}`
  const next = up ? `-${column.name}` : down ? null : column.name
  return (
    <th scope="col" className={className} aria-sort={up ? 'ascending' : down ? 'descending' : undefined}>
      <button type="button" onClick={() => state.change({ sort: next })} title={t('list.sortBy', { column: column.label })}>
        {column.label}
        <span className="sort" aria-hidden="true">{up ? <CaretUpOutlined /> : down ? <CaretDownOutlined /> : null}</span>
      </button>
    </th>
  )
}
