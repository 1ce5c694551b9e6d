import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { Checkbox } from 'antd'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FieldView } from '../fields/FieldView'
import { titleOf } from '../titleOf'
import { isRight } from './alignment'

interface Props {
  type: RecordType
  columns: Field[]
  widths: Record<string, number>
  row: RecordData
  depth: number
  shown: boolean
  ticked: boolean
  /** Stays the same. */
  tick: (id: string) => void
  /** The field that is edited in place, and what edits it; null for none. */
  edited: string | null
  editor: ReactNode
}

/** One row of a table of records; drawn again only when something of it changed. */
export const RecordRow = memo(function RecordRow({ type, columns, widths, row, depth, shown, ticked, tick, edited, editor }: Props) {
  const { t } = useTranslation()
  return (
    <tr data-id={row.id} className={shown ? 'shown' : undefined}>
      <td className="tick"><Checkbox checked={ticked} aria-label={t('list.select', { title: titleOf(row, type) })} onChange={() => tick(row.id)} /></td>
      {columns.map(column => {
        const editing = edited === column.name
        const content = editing && editor
        return column.name === type.titleField
          ? <th key={column.name} scope="row" data-field={column.name} tabIndex={-1} className={editing ? 'edited' : undefined}
              style={depth > 0 ? { paddingInlineStart: 12 + depth * 20 } : undefined}>{content || <Link to={`${type.route}/${row.id}`}>{titleOf(row, type)}</Link>}</th>
          : <td key={column.name} data-field={column.name} tabIndex={-1} className={cellClass(column, editing)}><div className="cell" style={bound(widths[column.name])}>{content || <FieldView field={column} record={row} compact />}</div></td>
      })}
    </tr>
  )
})

const cellClass = (column: Field, editing: boolean) => [isRight(column) && 'right', editing && 'edited'].filter(Boolean).join(' ') || undefined

/** Cells are padded by 12 pixels at either side. */
const bound = (width: number | undefined) => (width ? { maxWidth: width - 24 } : undefined)
