import type { ReactNode } from 'react'
import { ColumnHeader } from './ColumnHeader'
import type { Columns } from './useColumns'
import type { ListState } from './useListState'

interface Props { columns: Columns; state: ListState; tick: ReactNode }

/** The header row of a table of records. */
export function ColumnHeaders({ columns, state, tick }: Props) {
  const resize = (name: string, width: number) => columns.choose(columns.kept.map(column => (column.name === name ? { name, width } : column)))
  return (
    <tr>
      {tick ? <th className="tick">{tick}</th> : <td className="tick" />}
      {columns.columns.map(column => <ColumnHeader key={column.name} column={column} width={columns.widths[column.name]} state={state} resize={width => resize(column.name, width)} />)}
    </tr>
  )
}
