import type { Field, RecordData } from '@tenon/sdk'
import { isWritable } from '../layout'

/** Too large for a cell: edited on the record's page. */
const LARGE = new Set<Field['type']>(['longText', 'richText', 'phones', 'emails', 'location', 'files'])

/** How an edited cell is left: staying there, or on to the next or previous one. */
export type Leave = 'stay' | 'next' | 'previous'

/** Whether a field of this record may be edited where it stands. */
export const isInline = (field: Field, record: RecordData) =>
  isWritable(field) && !record.deletedAt && !record._masked?.includes(field.name)

/** The same for a cell of a list. */
export const isCell = (field: Field, record: RecordData) => isInline(field, record) && !LARGE.has(field.type) && field.reference !== '*'

/** The cell after or before this one in reading order that may be edited; null at the ends. */
export function neighbourCell(rows: RecordData[], columns: Field[], at: { id: string; field: string }, step: 1 | -1): { id: string; field: string } | null {
  const cells = rows.flatMap(row => columns.filter(column => isCell(column, row)).map(column => ({ id: row.id, field: column.name })))
  const here = cells.findIndex(cell => cell.id === at.id && cell.field === at.field)
  return here < 0 ? null : cells[here + step] ?? null
}
