import type { Field } from '@tenon/sdk'
import { expect, test } from 'vitest'
import { dayOfValue, monthOf, movedTo, shiftMonth, weeksOf, within } from './months'

const DATE = { name: 'founded', type: 'date' } as Field
const INSTANT = { name: 'nextContactAt', type: 'dateTime' } as Field
const SHANGHAI = 'Asia/Shanghai'
const at = (instant: string) => new Date(instant).getTime()

test('six weeks from Monday hold every month', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]![0]).toBe('2026-10-26')
  expect(weeks.flat()).toContain('2026-11-30')
  expect(weeksOf('2026-06')[0]![0]).toBe('2026-06-01')
  expect(weeksOf('2027-02')[0]![0]).toBe('2027-02-01')
})

test('months are counted over the year', () => {
  expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
  expect(monthOf('2026-13', '2026-11-23')).toBe('2026-11')
  expect(monthOf('2024-02')).toBe('2024-02')
})

test('an instant falls on the day of the member’s zone and keeps its time of day when it is moved', () => {
  const late = '2026-11-23T17:30:00Z'
  expect(dayOfValue(late, SHANGHAI)).toBe('2026-11-24')
  expect(dayOfValue(late, 'Europe/Berlin')).toBe('2026-11-23')
  expect(at(movedTo(late, '2026-12-01', INSTANT, SHANGHAI))).toBe(at('2026-11-30T17:30:00Z'))
  expect(at(movedTo(null, '2026-12-01', INSTANT, SHANGHAI))).toBe(at('2026-12-01T01:00:00Z'))
  expect(movedTo('2026-11-23', '2026-12-01', DATE, SHANGHAI)).toBe('2026-12-01')
})

test('the last day is asked for too', () => {
  expect(within(DATE, '2026-11-01', '2026-12-31', SHANGHAI)).toEqual({ and: [{ '>=': [{ var: 'founded' }, '2026-11-01'] }, { '<': [{ var: 'founded' }, '2027-01-01'] }] })
})
