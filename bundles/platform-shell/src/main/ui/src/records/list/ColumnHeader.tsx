import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import type { Field } from '@tenon/sdk'
import { useRef, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isRight } from './alignment'
import type { ListState } from './useListState'

interface Props { column: Field; width: number | undefined; state: ListState; resize: (width: number) => void }

const NARROWEST = 60
const WIDEST = 800

/** A column's name: click to sort by it, drag its edge to give it a width. */
export function ColumnHeader({ column, width, state, resize }: Props) {
  const { t } = useTranslation()
  const cell = useRef<HTMLTableCellElement>(null)
  const up = state.sort === column.name
  const down = state.sort === `-${column.name}`
  const next = up ? `-${column.name}` : down ? null : column.name
  const grab = (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget
    const start = event.clientX
    const before = cell.current!.offsetWidth
    const at = (clientX: number) => Math.min(WIDEST, Math.max(NARROWEST, Math.round(before + clientX - start)))
    const move = (moved: globalThis.PointerEvent) => { cell.current!.style.minWidth = cell.current!.style.width = `${at(moved.clientX)}px` }
    const drop = (dropped: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', move)
      if (Math.abs(dropped.clientX - start) > 2) resize(at(dropped.clientX))
    }
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', drop, { once: true })
    event.preventDefault()
  }
  return (
    <th ref={cell} scope="col" className={isRight(column) ? 'right' : undefined} aria-sort={up ? 'ascending' : down ? 'descending' : undefined} style={width ? { width, minWidth: width, maxWidth: width } : undefined}>
      {column.sortable
        ? (
          <button type="button" onClick={() => state.change({ sort: next })} title={t('list.sortBy', { column: column.label })}>
            {column.label}
            <span className="sort" aria-hidden="true">{up ? <CaretUpOutlined /> : down ? <CaretDownOutlined /> : null}</span>
          </button>
        )
        : column.label}
      <span className="resizer" aria-hidden="true" onPointerDown={grab} />
    </th>
  )
}
