import { useDroppable } from '@dnd-kit/core'
import type { RecordData, RecordType } from '@tenon/sdk'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Moves } from '../board/useMoves'
import { CalendarEntry } from './CalendarEntry'

interface Props { type: RecordType; day: string; name: string; outside: boolean; now: boolean; rows: RecordData[]; peeked: string | null; moves: Moves; peek: (id: string | null) => void }

const SHOWN = 4

/** One day and its records; the first few until all are asked for. */
export function CalendarDay({ type, day, name, outside, now, rows, peeked, moves, peek }: Props) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const { setNodeRef, isOver } = useDroppable({ id: day })
  const refused = moves.refused[day]
  const shown = all ? rows : rows.slice(0, SHOWN)
  const look = ['calendar-day', outside && 'outside', now && 'now', refused ? 'refused' : isOver && moves.lifted?.from !== day && 'over'].filter(Boolean).join(' ')
  return (
    <div ref={setNodeRef} role="group" className={look} aria-label={name} data-day={day}>
      <span className="day-number number" aria-hidden="true">{Number(day.slice(8))}</span>
      <span className="day-name" aria-hidden="true">{name}</span>
      {refused && isOver && <p className="lane-refusal" role="status">{refused}</p>}
      <ul>{shown.map(row => <CalendarEntry key={row.id} type={type} record={row} shown={row.id === peeked} waiting={moves.moving.includes(row.id)} peek={peek} />)}</ul>
      {rows.length > shown.length && <button type="button" className="text-button" onClick={() => setAll(true)}>{t('calendar.further', { count: rows.length - shown.length })}</button>}
    </div>
  )
}
