import { clockAt, instantAt, type Condition, type Field } from '@tenon/sdk'
import { today } from '../../util/format'

const WEEK = 7
const ROWS = 6
/** When something begins that had no time of day. */
const MORNING = 'T09:00:00'

/** A day as `2026-11-23`. */
export type Day = string

/** Days are counted apart from any zone. */
const dayOf = (year: number, month: number, date: number): Day => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)

const parts = (text: string) => text.split('-').map(Number) as [number, number, number]

/** A month as `2026-11`; that of `now` for anything else. */
export const monthOf = (text: string | null, now: Day = today()): string => (text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : now.slice(0, 7))

export function shiftMonth(month: string, by: number): string {
  const [year, number] = parts(month)
  return dayOf(year, number + by, 1).slice(0, 7)
}

/** The six weeks, Monday first, that hold the month. */
export function weeksOf(month: string): Day[][] {
  const [year, number] = parts(month)
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + WEEK - 1) % WEEK
  return Array.from({ length: ROWS }, (_, row) => Array.from({ length: WEEK }, (_, column) => dayOf(year, number, 1 - before + row * WEEK + column)))
}

/** On which day of the member's zone a value of the field falls. */
export const dayOfValue = (value: string, zone?: string): Day => (value.length === 10 ? value : clockAt(value, zone).slice(0, 10))

/** The value moved to another day; an instant keeps its time of day. */
export const movedTo = (value: string | null, day: Day, field: Field, zone?: string): string =>
  (field.type === 'date' ? day : instantAt(day + (value ? clockAt(value, zone).slice(10) : MORNING), zone))

/** What holds for records between two days, the last one included. */
export function within(field: Field, first: Day, last: Day, zone?: string): Condition {
  const [year, month, date] = parts(last)
  const after = dayOf(year, month, date + 1)
  const at = (day: Day) => (field.type === 'date' ? day : instantAt(`${day}T00:00:00`, zone))
  return { and: [{ '>=': [{ var: field.name }, at(first)] }, { '<': [{ var: field.name }, at(after)] }] } as Condition
}
