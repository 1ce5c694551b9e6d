import type { Field } from '@tenon/sdk'
import { expect, test } from 'vitest'
import { dayOfValue, monthOf, movedTo, shiftMonth, weeksOf, within } from './months'

const DATE = { name: 'founded', type: 'date' } as Field
const INSTANT = { name: 'nextContactAt', type: 'dateTime' } as Field

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
  expect(monthOf('2026-13', new Date(2026, 10, 23))).toBe('2026-11')
  expect(monthOf('2024-02')).toBe('2024-02')
})

test('an instant keeps its time of day when it is moved', () => {
  const at = new Date(2026, 10, 23, 16, 30).toISOString()
  expect(movedTo(at, '2026-12-01', INSTANT)).toBe(new Date(2026, 11, 1, 16, 30).toISOString())
  expect(dayOfValue(movedTo(at, '2026-12-01', INSTANT))).toBe('2026-12-01')
  expect(movedTo('2026-11-23', '2026-12-01', DATE)).toBe('2026-12-01')
  expect(movedTo(null, '2026-12-01', INSTANT)).toBe(new Date(2026, 11, 1, 9).toISOString())
})

test('the last day is asked for too', () => {
  expect(within(DATE, '2026-11-01', '2026-12-31')).toEqual({ and: [{ '>=': [{ var: 'founded' }, '2026-11-01'] }, { '<': [{ var: 'founded' }, '2027-01-01'] }] })
})
