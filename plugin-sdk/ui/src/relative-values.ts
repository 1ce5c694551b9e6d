import { ConditionError } from './condition-values'
import type { FieldType } from './types'

/** A stretch of whole units as seen from the present day; weeks begin on Monday. `last` and `next` hold the present unit, `previous` and `following` do not. */
export type Period = { period: PeriodKind; unit: PeriodUnit; count?: number }
export type PeriodKind = 'this' | 'previous' | 'following' | 'last' | 'next'
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** Whoever asks: the member, or the departments the member belongs to. */
export type Self = { caller: 'member' | 'department' }

export const PERIOD_KINDS: PeriodKind[] = ['this', 'previous', 'following', 'last', 'next']
export const PERIOD_UNITS: PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year']
export const MOST_UNITS = 1000

const isObject = (json: unknown): json is Record<string, unknown> => typeof json === 'object' && json !== null && !Array.isArray(json)

export const isPeriod = (json: unknown): json is Period => isObject(json) && 'period' in json
export const isSelf = (json: unknown): json is Self => isObject(json) && 'caller' in json

/** The period, if it is one and fits the field. @throws ConditionError if it does not */
export function periodOf(field: { name: string; type: FieldType }, json: unknown): Period | null {
  if (!isPeriod(json)) return null
  const { period, unit, count = 1, ...rest } = json
  const known = PERIOD_KINDS.includes(period) && PERIOD_UNITS.includes(unit) && Object.keys(rest).length === 0
  if (!known || !Number.isInteger(count) || count < 1 || count > (period === 'this' ? 1 : MOST_UNITS)) throw new ConditionError(field.name, 'no such period')
  if (field.type !== 'date' && field.type !== 'dateTime') throw new ConditionError(field.name, `a field of type ${field.type} cannot be compared with a period`)
  return { period, unit, count }
}

/** First day and the day after the last, as `2026-11-23`. */
export function range({ period, unit, count = 1 }: Period, today: string): [string, string] {
  const start = startOf(today, unit)
  switch (period) {
    case 'this': return [start, plus(start, unit, 1)]
    case 'previous': return [plus(start, unit, -count), start]
    case 'following': return [plus(start, unit, 1), plus(start, unit, 1 + count)]
    case 'last': return [plus(start, unit, 1 - count), plus(start, unit, 1)]
    case 'next': return [start, plus(start, unit, count)]
  }
}

const text = (time: number) => new Date(time).toISOString().slice(0, 10)

const parts = (day: string) => day.split('-').map(Number) as [number, number, number]

function startOf(day: string, unit: PeriodUnit): string {
  const [year, month, date] = parts(day)
  switch (unit) {
    case 'day': return day
    case 'week': return text(Date.UTC(year, month - 1, date - (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7))
    case 'month': return text(Date.UTC(year, month - 1, 1))
    case 'quarter': return text(Date.UTC(year, Math.floor((month - 1) / 3) * 3, 1))
    case 'year': return text(Date.UTC(year, 0, 1))
  }
}

function plus(start: string, unit: PeriodUnit, count: number): string {
  const [year, month, date] = parts(start)
  switch (unit) {
    case 'day': return text(Date.UTC(year, month - 1, date + count))
    case 'week': return text(Date.UTC(year, month - 1, date + 7 * count))
    case 'month': return text(Date.UTC(year, month - 1 + count, date))
    case 'quarter': return text(Date.UTC(year, month - 1 + 3 * count, date))
    case 'year': return text(Date.UTC(year + count, month - 1, date))
  }
}

/** The day it is at an instant (ISO-8601), where the zone is; the browser's own without one. */
export function dayAt(now: string, zone?: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(now))
}

/** The instant at which a day begins in the zone. */
export const dayStartIn = (day: string, zone?: string): string => instantAt(`${day}T00:00:00`, zone)

/** The instant at which clocks in the zone show `2026-11-23T08:30:00`. */
export function instantAt(clock: string, zone?: string): string {
  const wall = Date.parse(`${clock}Z`)
  // Twice, because the offset at the first guess may be that of the other side of a change of clocks.
  const first = wall - offset(wall, zone)
  return new Date(wall - offset(first, zone)).toISOString()
}

/** What clocks in the zone show at an instant, as `2026-11-23T08:30:00`. */
export function clockAt(instant: string, zone?: string): string {
  const time = Date.parse(instant)
  return new Date(time + offset(time, zone)).toISOString().slice(0, 19)
}

/** Milliseconds the zone is ahead of UTC at an instant. */
function offset(time: number, zone?: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(time))
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(time / 1000) * 1000
}
