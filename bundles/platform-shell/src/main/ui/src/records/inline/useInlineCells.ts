import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { useState, type KeyboardEvent, type MouseEvent } from 'react'
import { isCell, neighbourCell, type Leave } from './inline'

interface Cell { id: string; field: string }

const cellOf = (target: EventTarget): Cell | null => {
  const at = (target as Element).closest<HTMLElement>('[data-field]')
  const id = at?.closest<HTMLElement>('tr[data-id]')?.dataset.id
  return id && at?.dataset.field ? { id, field: at.dataset.field } : null
}

const focus = ({ id, field }: Cell) => setTimeout(() => {
  const cell = document.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] [data-field="${CSS.escape(field)}"]`)
  if (cell?.querySelector('input, textarea')) return
  cell?.focus()
})

/** Editing in the cells of a list: double click or F2 begins, arrows walk, Tab saves and moves on. */
export function useInlineCells(type: RecordType, columns: Field[], rows: RecordData[], began: () => void) {
  const [editing, setEditing] = useState<Cell | null>(null)
  const editable = ({ id, field }: Cell) => {
    const row = rows.find(known => known.id === id)
    const column = columns.find(known => known.name === field)
    return type.can.includes('update') && !!row && !!column && isCell(column, row)
  }
  const begin = (cell: Cell | null) => {
    if (!cell || !editable(cell)) return false
    setEditing(cell)
    began()
    return true
  }
  const leave = (how: Leave) => {
    const next = editing && how !== 'stay' ? neighbourCell(rows, columns, editing, how === 'next' ? 1 : -1) : null
    const last = editing
    setEditing(next)
    if (!next && last) focus(last)
  }
  const press = (event: KeyboardEvent) => {
    const cell = cellOf(event.target)
    if (!cell || editing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'F2') {
      const row = rows.find(known => known.id === cell.id)
      const first = row && columns.find(column => isCell(column, row))
      if (begin(cell) || (first && begin({ id: cell.id, field: first.name }))) event.preventDefault()
      return
    }
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key]
    const row = rows[rows.findIndex(known => known.id === cell.id) + (step?.[0] ?? 0)]
    const column = columns[columns.findIndex(known => known.name === cell.field) + (step?.[1] ?? 0)]
    if (step && row && column) {
      event.preventDefault()
      focus({ id: row.id, field: column.name })
    }
  }
  const dblclick = (event: MouseEvent) => {
    if ((event.target as Element).closest('input, label')) return
    if (begin(cellOf(event.target))) window.getSelection()?.removeAllRanges()
  }
  return { editing, leave, handlers: { onKeyDown: press, onDoubleClick: dblclick } }
}
