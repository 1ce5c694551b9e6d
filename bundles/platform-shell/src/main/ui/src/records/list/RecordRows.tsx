import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { Checkbox } from 'antd'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FieldView } from '../fields/FieldView'
import { InlineEditor } from '../inline/InlineEditor'
import type { useInlineCells } from '../inline/useInlineCells'
import { titleOf } from '../titleOf'
import { isRight } from './alignment'
import type { Columns } from './useColumns'
import type { ListState } from './useListState'

interface Props {
  type: RecordType
  columns: Columns
  rows: RecordData[]
  depths: Record<string, number>
  state: ListState
  selected: string[]
  select: (ids: string[]) => void
  peek: (id: string | null) => void
  inline: ReturnType<typeof useInlineCells>
}

/** The rows of a table of records. */
export function RecordRows({ type, columns, rows, depths, state, selected, select, peek, inline }: Props) {
  const { t } = useTranslation()
  const edited = (id: string, field: string) => inline.editing?.id === id && inline.editing.field === field
  const clicked = (event: MouseEvent<HTMLElement>, id: string) => {
    const on = event.target as HTMLElement
    if (event.detail > 1 || on.closest('a, button, input, label') || window.getSelection()?.toString()) return
    peek(id)
  }
  return rows.map(row => (
    <tr key={row.id} data-id={row.id} className={row.id === state.peek ? 'shown' : undefined} onClick={event => clicked(event, row.id)}>
      <td className="tick"><Checkbox checked={selected.includes(row.id)} aria-label={t('list.select', { title: titleOf(row, type) })}
        onChange={() => select(selected.includes(row.id) ? selected.filter(id => id !== row.id) : [...selected, row.id])} /></td>
      {columns.columns.map(column => {
        const editing = edited(row.id, column.name)
        const content = editing && <InlineEditor type={type} record={row} field={column} leave={inline.leave} />
        return column.name === type.titleField
          ? <th key={column.name} scope="row" data-field={column.name} tabIndex={-1} className={editing ? 'edited' : undefined}
              style={depths[row.id] ? { paddingInlineStart: 12 + depths[row.id]! * 20 } : undefined}>{content || <Link to={`${type.route}/${row.id}`}>{titleOf(row, type)}</Link>}</th>
          : <td key={column.name} data-field={column.name} tabIndex={-1} className={cellClass(column, editing)}><div className="cell" style={bound(columns.widths[column.name])}>{content || <FieldView field={column} record={row} compact />}</div></td>
      })}
    </tr>
  ))
}

const cellClass = (column: Field, editing: boolean) => [isRight(column) && 'right', editing && 'edited'].filter(Boolean).join(' ') || undefined

/** Cells are padded by 12 pixels at either side. */
const bound = (width: number | undefined) => (width ? { maxWidth: width - 24 } : undefined)
