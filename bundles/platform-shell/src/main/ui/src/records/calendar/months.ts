import type { Condition, Field } from '@tenon/sdk'

const WEEK = 7
const ROWS = 6

/** A day as `2026-11-23`. */
export type Day = string

const two = (number: number) => String(number).padStart(2, '0')

const dayOf = (date: Date): Day => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

export const today = (now = new Date()): Day => dayOf(now)

/** A month as `2026-11`; the present one for anything else. */
export const monthOf = (text: string | null, now = new Date()): string => (text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : dayOf(now).slice(0, 7))

export function shiftMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return dayOf(new Date(year, number - 1 + by, 1)).slice(0, 7)
}

/** The six weeks, Monday first, that hold the month. */
export function weeksOf(month: string): Day[][] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const before = (new Date(year, number - 1, 1).getDay() + WEEK - 1) % WEEK
  return Array.from({ length: ROWS }, (_, row) => Array.from({ length: WEEK }, (_, column) => dayOf(new Date(year, number - 1, 1 - before + row * WEEK + column))))
}

/** On which day of the member's own zone a value of the field falls. */
export const dayOfValue = (value: string): Day => (value.length === 10 ? value : dayOf(new Date(value)))

/** The value moved to another day; an instant keeps its time of day. */
export function movedTo(value: string | null, day: Day, field: Field): string {
  if (field.type === 'date') return day
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const moved = value ? new Date(value) : new Date(year, month - 1, date, 9)
  moved.setFullYear(year, month - 1, date)
  return moved.toISOString()
}

/** What holds for records between two days, the last one included. */
export function within(field: Field, first: Day, last: Day): Condition {
  const [year, month, date] = last.split('-').map(Number) as [number, number, number]
  const after = new Date(year, month - 1, date + 1)
  const [from, until] = field.type === 'date' ? [first, dayOf(after)] : [new Date(`${first}T00:00:00`).toISOString(), after.toISOString()]
  return { and: [{ '>=': [{ var: field.name }, from] }, { '<': [{ var: field.name }, until] }] } as Condition
}
