import { compile, type ConditionField, type Field } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { dayStart, readFilters, toCondition, writeFilters, type Filter } from './filters'

const field = (name: string, type: Field['type']) => ({ name, type, filter: true, access: 'write' }) as Field
const FIELDS = [
  field('name', 'text'), field('industry', 'choice'), field('region', 'region'), field('tags', 'tags'), field('size', 'number'),
  field('founded', 'date'), field('createdAt', 'dateTime'), field('active', 'boolean'), field('revenue', 'money'),
]

const roundTrip = (filters: Filter[]) => readFilters(new URLSearchParams(writeFilters(new URLSearchParams('sort=-name&cursor=x'), filters).toString()))

describe('filters in the address', () => {
  it('come back as they went, whatever the values hold', () => {
    const filters: Filter[] = [
      { field: 'industry', operator: 'in', values: ['it', 'a,b', 'c:d', '批发&零售', '100%'] },
      { field: 'founded', operator: 'between', values: ['2020-01-01', ''] },
      { field: 'name', operator: 'empty', values: [] },
    ]
    expect(roundTrip(filters)).toEqual(filters)
  })

  it('leave the rest of the address alone, but for the cursor', () => {
    const params = writeFilters(new URLSearchParams('sort=-name&cursor=x&f.size=between:1,'), [{ field: 'name', operator: 'startsWith', values: ['上海'] }])
    expect(params.get('sort')).toBe('-name')
    expect(params.has('cursor')).toBe(false)
    expect(params.has('f.size')).toBe(false)
    expect(params.get('f.name')).toBe(`startsWith:${encodeURIComponent('上海')}`)
  })

  it('without any are nothing', () => {
    expect(readFilters(new URLSearchParams('q=x'))).toEqual([])
    expect(writeFilters(new URLSearchParams('f.name=empty'), []).toString()).toBe('')
  })
})

describe('filters as a condition', () => {
  const condition = (...filters: Filter[]) => toCondition(filters, FIELDS)

  it('one is not wrapped, several are joined by and', () => {
    expect(condition({ field: 'industry', operator: 'in', values: ['it'] })).toEqual({ in: [{ var: 'industry' }, ['it']] })
    expect(condition({ field: 'industry', operator: 'in', values: ['it'] }, { field: 'region', operator: 'within', values: ['44'] }))
      .toEqual({ and: [{ in: [{ var: 'industry' }, ['it']] }, { within: [{ var: 'region' }, '44'] }] })
  })

  it('an unfinished chip and an unknown field ask nothing', () => {
    expect(condition({ field: 'industry', operator: 'in', values: [] }, { field: 'gone', operator: 'empty', values: [] })).toBeNull()
    expect(condition({ field: 'founded', operator: 'between', values: ['', ''] })).toBeNull()
  })

  it('a range of days includes both, for instants up to the end of the last day', () => {
    expect(condition({ field: 'founded', operator: 'between', values: ['2020-01-01', '2020-12-31'] }))
      .toEqual({ and: [{ '>=': [{ var: 'founded' }, '2020-01-01'] }, { '<=': [{ var: 'founded' }, '2020-12-31'] }] })
    expect(condition({ field: 'createdAt', operator: 'between', values: ['', '2026-11-23'] }))
      .toEqual({ '<': [{ var: 'createdAt' }, dayStart('2026-11-24', 0)] })
  })

  it('numbers are numbers, any of several tags is or', () => {
    expect(condition({ field: 'size', operator: 'between', values: ['10', ''] })).toEqual({ '>=': [{ var: 'size' }, 10] })
    expect(condition({ field: 'tags', operator: 'has', values: ['a', 'b'] })).toEqual({ or: [{ has: [{ var: 'tags' }, 'a'] }, { has: [{ var: 'tags' }, 'b'] }] })
  })

  it('is always one the server takes', () => {
    const all: Filter[] = [
      { field: 'name', operator: 'startsWith', values: ['x'] }, { field: 'active', operator: 'is', values: ['false'] },
      { field: 'revenue', operator: 'between', values: ['1', '2.50'] }, { field: 'createdAt', operator: 'between', values: ['2026-01-01', '2026-02-01'] },
      { field: 'region', operator: 'within', values: ['4401'] }, { field: 'tags', operator: 'filled', values: [] },
    ]
    expect(() => compile(toCondition(all, FIELDS), FIELDS as ConditionField[])).not.toThrow()
  })
})
