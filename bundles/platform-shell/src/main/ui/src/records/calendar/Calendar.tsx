import { DragOverlay, type DragStartEvent, type UniqueIdentifier } from '@dnd-kit/core'
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useRecords, useShell, type Field, type RecordData, type RecordType } from '@tenon/sdk'
import { Alert, Button } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { useSettings } from '../../app/settings'
import { Dragging } from '../../dnd/Dragging'
import { towards } from '../../dnd/dragging'
import { today } from '../../util/format'
import { usePhone } from '../../util/usePhone'
import { refusal, type Lane } from '../board/lanes'
import { useMoves } from '../board/useMoves'
import { both } from '../conditions/split'
import type { ListState } from '../list/useListState'
import { titleOf } from '../titleOf'
import { CalendarDay } from './CalendarDay'
import { dayOfValue, monthOf, movedTo, shiftMonth, weeksOf, within } from './months'

interface Props { type: RecordType; field: Field; state: ListState; peek: (id: string | null) => void; shows: (ids: string[]) => void }

const MOST = 200

/** A list as a month: every record on the day of the field, dragged to another one. On a phone the days that have any, one below the other. */
export function Calendar({ type, field, state, peek, shows }: Props) {
  const { t } = useTranslation()
  const { language } = useShell()
  const phone = usePhone()
  const { timeZone: zone } = useSettings()
  const month = monthOf(state.month)
  const weeks = useMemo(() => weeksOf(month), [month])
  const days = weeks.flat()
  const query = useMemo(() => ({
    ...state.query, filter: both(state.condition, within(field, weeks[0]![0]!, weeks.at(-1)!.at(-1)!, zone)), sort: field.sortable ? field.name : null, limit: MOST, cursor: null, total: false,
    fields: [...new Set([...(state.query.fields ?? []), field.name])],
  }), [state.query, state.condition, field, weeks, zone])
  const { data: page, error, refetch, isPlaceholderData } = useRecords(type, query)
  const rows = page?.items ?? []
  const byId = new Map(rows.map(row => [row.id, row]))
  const valueOf = (row: RecordData) => row[field.name] as string
  const moves = useMoves(type, field, days.map(day => ({
    key: day, against: (record: RecordData) => refusal(type, field, record, { value: day, retired: false } as Lane, t),
    valueFor: (record: RecordData) => movedTo(valueOf(record), day, field, zone),
  })))
  const ids = rows.map(row => row.id).join()
  useEffect(() => shows(ids === '' ? [] : ids.split(',')), [ids, shows])

  if (error && !page) return <Broken error={error} retry={() => void refetch()} />
  if (!page) return <PageSkeleton rows={12} />
  const name = (id: UniqueIdentifier) => { const row = byId.get(String(id)); return row ? titleOf(row, type) : String(id) }
  const long = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', weekday: 'long' })
  const weekday = new Intl.DateTimeFormat(language, { weekday: phone ? 'narrow' : 'short' })
  const heading = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long' }).format(new Date(`${month}-01T00:00:00`))
  const at = (over: { id: UniqueIdentifier } | null) => (over ? String(over.id) : null)
  const start = ({ active }: DragStartEvent) => { const row = byId.get(String(active.id)); if (row) moves.lift(row, dayOfValue(valueOf(row), zone)) }
  const turn = (to: string | null) => state.change({ month: to })
  const on = (day: string) => moves.standing(day, rows.filter(row => dayOfValue(valueOf(row), zone) === day))
  const lifted = moves.lifted?.record
  return (
    <Dragging coordinates={towards} nameOf={name} placeOf={day => long.format(new Date(`${day}T00:00:00`))} refusedBy={day => moves.refused[String(day)] ?? null}
      onDragStart={start} onDragOver={({ over }) => moves.over(at(over))} onDragEnd={({ over }) => moves.drop(at(over))} onDragCancel={moves.cancel}>
      <div className="calendar-bar">
        <Button type="text" icon={<LeftOutlined aria-hidden />} aria-label={t('calendar.previous')} onClick={() => turn(shiftMonth(month, -1))} />
        <h2 aria-live="polite">{heading}</h2>
        <Button type="text" icon={<RightOutlined aria-hidden />} aria-label={t('calendar.next')} onClick={() => turn(shiftMonth(month, 1))} />
        <Button onClick={() => turn(null)}>{t('calendar.today')}</Button>
        <span className="meta">{field.label}</span>
      </div>
      {page.next && <Alert type="info" showIcon title={t('calendar.more', { count: MOST })} />}
      <div className={isPlaceholderData ? 'calendar stale' : 'calendar'} role="group" aria-label={t('calendar.name', { type: type.plural, month: heading })}>
        {!phone && <div className="calendar-head" aria-hidden="true">{weeks[0]!.map(day => <span key={day}>{weekday.format(new Date(`${day}T00:00:00`))}</span>)}</div>}
        {(phone ? days.filter(day => day.startsWith(month) && on(day).length > 0) : days).map(day => (
          <CalendarDay key={day} type={type} day={day} name={long.format(new Date(`${day}T00:00:00`))} outside={!day.startsWith(month)} now={day === today()} rows={on(day)} peeked={state.peek} moves={moves} peek={peek} />
        ))}
        {phone && rows.length === 0 && <p className="muted">{t('calendar.empty')}</p>}
      </div>
      <DragOverlay>{lifted && <div className="calendar-entry lifted">{titleOf(lifted, type)}</div>}</DragOverlay>
    </Dragging>
  )
}
