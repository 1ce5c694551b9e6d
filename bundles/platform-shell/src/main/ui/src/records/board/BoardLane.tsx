import { StopOutlined } from '@ant-design/icons'
import { useDroppable } from '@dnd-kit/core'
import { useRecords, type Field, type RecordData, type RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount, formatDecimal } from '../../util/format'
import { both } from '../conditions/split'
import { Dot } from '../fields/Dot'
import type { ListState } from '../list/useListState'
import { BoardCard } from './BoardCard'
import type { Lane } from './lanes'
import type { Moves } from './useMoves'

interface Props {
  type: RecordType
  field: Field
  fields: Field[]
  lane: Lane
  summed: Field | undefined
  state: ListState
  moves: Moves
  peek: (id: string | null) => void
  filled: (key: string, rows: RecordData[]) => void
}

const STEP = 25
const MOST = 200
const NOTHING: RecordData[] = []

/** One column of a board: its name, how many records, their sum, and the records. */
export function BoardLane({ type, field, fields, lane, summed, state, moves, peek, filled }: Props) {
  const { t } = useTranslation()
  const title = useId()
  const [limit, setLimit] = useState(STEP)
  const query = useMemo(() => ({
    ...state.query, filter: both(state.condition, lane.condition), limit, cursor: null, total: false, fields: [...new Set([...(state.query.fields ?? []), field.name])],
  }), [state.query, state.condition, lane.condition, limit, field.name])
  const { data: page } = useRecords(type, query)
  const rows = page?.items ?? NOTHING
  useEffect(() => filled(lane.key, rows), [filled, lane.key, rows])
  const { setNodeRef, isOver } = useDroppable({ id: lane.key })
  const refused = moves.refused[lane.key]
  const here = moves.lifted?.from === lane.key
  const look = refused ? 'refused' : isOver && !here ? 'over' : undefined
  return (
    <section ref={setNodeRef} className={look ? `lane ${look}` : 'lane'} aria-labelledby={title} data-lane={lane.value === null ? '' : String(lane.value)}>
      <header>
        <h2 id={title}>{lane.color ? <Dot color={lane.color}>{lane.label}</Dot> : lane.label}</h2>
        <span className="meta number" aria-label={t('board.count', { count: lane.count })}>{formatCount(lane.count)}</span>
        {summed && lane.sum !== null && <span className="meta number lane-sum" title={t('board.sum', { field: summed.label })}><span className="hidden">{t('board.sum', { field: summed.label })} </span>Σ {formatDecimal(lane.sum)}</span>}
      </header>
      {refused && <p className="lane-refusal" role="status"><StopOutlined aria-hidden /> {refused}</p>}
      <ul tabIndex={-1}>
        {moves.standing(lane.key, rows).map(row => <BoardCard key={row.id} type={type} record={row} fields={fields} shown={state.peek === row.id} waiting={moves.moving.includes(row.id)} peek={peek} />)}
      </ul>
      {page?.next && (limit < MOST ? <Button type="link" size="small" onClick={() => setLimit(Math.min(MOST, limit * 2))}>{t('group.further')}</Button>
        : <Button type="link" size="small" onClick={() => state.narrow(lane.condition)}>{t('group.alone')}</Button>)}
    </section>
  )
}
