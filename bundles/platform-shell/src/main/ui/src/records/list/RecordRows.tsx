import type { RecordData, RecordType } from '@tenon/sdk'
import { useCallback, useEffect, useRef } from 'react'
import { InlineEditor } from '../inline/InlineEditor'
import type { useInlineCells } from '../inline/useInlineCells'
import { RecordRow } from './RecordRow'
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
  inline: ReturnType<typeof useInlineCells>
}

/** The rows of a table of records. */
export function RecordRows({ type, columns, rows, depths, state, selected, select, inline }: Props) {
  const latest = useRef({ selected, select })
  useEffect(() => { latest.current = { selected, select } })
  const tick = useCallback((id: string) => {
    const { selected: before, select: put } = latest.current
    put(before.includes(id) ? before.filter(other => other !== id) : [...before, id])
  }, [])
  const ticked = new Set(selected)
  return rows.map(row => {
    const edited = inline.editing?.id === row.id ? inline.editing.field : null
    const column = edited === null ? undefined : columns.columns.find(known => known.name === edited)
    return (
      <RecordRow key={row.id} type={type} columns={columns.columns} widths={columns.widths} row={row} depth={depths[row.id] ?? 0} shown={row.id === state.peek} ticked={ticked.has(row.id)} tick={tick}
        edited={edited} editor={column ? <InlineEditor type={type} record={row} field={column} leave={inline.leave} /> : null} />
    )
  })
}
