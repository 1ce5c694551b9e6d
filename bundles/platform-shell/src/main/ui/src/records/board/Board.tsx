import { DragOverlay, type DragStartEvent, type UniqueIdentifier } from '@dnd-kit/core'
import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { Dragging } from '../../dnd/Dragging'
import { towards } from '../../dnd/dragging'
import type { ListState } from '../list/useListState'
import { titleOf } from '../titleOf'
import { BoardLane } from './BoardLane'
import { CardFace } from './CardFace'
import { refusal } from './lanes'
import { useLanes } from './useLanes'
import { useMoves } from './useMoves'

interface Props {
  type: RecordType
  field: Field
  columns: Field[]
  state: ListState
  peek: (id: string | null) => void
  /** The records that show, in reading order. */
  shows: (ids: string[]) => void
}

const SUMMED = new Set(['number', 'decimal'])

/** A list as a board: one column a value of the field, records dragged from one to another. */
export function Board({ type, field, columns, state, peek, shows }: Props) {
  const { t } = useTranslation()
  const summed = columns.find(column => SUMMED.has(column.type) && column.access !== 'masked' && (!column.custom || column.filter))
  const { lanes, more, error, retry } = useLanes(type, field, state, summed)
  const moves = useMoves(type, field, (lanes ?? []).map(lane => ({ key: lane.key, valueFor: () => lane.value, against: (record: RecordData) => refusal(type, field, record, lane, t) })))
  const [rows, setRows] = useState<Record<string, RecordData[]>>({})
  const filled = useCallback((key: string, items: RecordData[]) => setRows(known => (known[key] === items ? known : { ...known, [key]: items })), [])
  const ids = (lanes ?? []).flatMap(lane => (rows[lane.key] ?? []).map(row => row.id)).join()
  useEffect(() => shows(ids === '' ? [] : ids.split(',')), [ids, shows])

  if (error) return <Broken error={error} retry={retry} />
  if (!lanes) return <PageSkeleton rows={12} />
  const find = (id: UniqueIdentifier) => Object.entries(rows).flatMap(([from, items]) => items.filter(row => row.id === id).map(record => ({ record, from })))[0]
  const nameOf = (id: UniqueIdentifier) => { const found = find(id); return found ? titleOf(found.record, type) : String(id) }
  const placeOf = (id: UniqueIdentifier) => lanes.find(lane => lane.key === id)?.label ?? ''
  const start = ({ active }: DragStartEvent) => { const found = find(active.id); if (found) moves.lift(found.record, found.from) }
  const at = (over: { id: UniqueIdentifier } | null) => (over ? String(over.id) : null)
  const fields = columns.filter(column => column.name !== type.titleField && column.name !== field.name)
  return (
    <Dragging coordinates={towards} nameOf={nameOf} placeOf={placeOf} refusedBy={place => moves.refused[String(place)] ?? null}
      onDragStart={start} onDragOver={({ over }) => moves.over(at(over))} onDragEnd={({ over }) => moves.drop(at(over))} onDragCancel={moves.cancel}>
      <div className="board" role="group" aria-label={t('group.table', { type: type.plural, field: field.label })}>
        {lanes.map(lane => <BoardLane key={lane.key} type={type} field={field} fields={fields} lane={lane} summed={summed} state={state} moves={moves} peek={peek} filled={filled} />)}
      </div>
      {more && <p className="meta group-more">{t('group.tooMany', { count: lanes.length })}</p>}
      <DragOverlay>{moves.lifted && <div className="board-card lifted"><CardFace type={type} record={moves.lifted.record} fields={fields} /></div>}</DragOverlay>
    </Dragging>
  )
}
