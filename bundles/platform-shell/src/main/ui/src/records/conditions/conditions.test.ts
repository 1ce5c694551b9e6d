import { compile, type Condition, type ConditionField, type Field } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { condition, filterOf, type Filter } from '../list/filters'
import { ME, operatorsOf, type Operator } from '../list/operators'
import { refit } from '../list/refit'
import { readColumns, writeColumns } from '../views/columns'
import { asked, groupOf } from './clauses'
import { both, split } from './split'

const field = (name: string, type: Field['type'], reference: string | null = null) => ({ name, type, reference, filter: true, access: 'write' }) as Field
const FIELDS = [
  field('name', 'text'), field('industry', 'choice'), field('region', 'region'), field('tags', 'tags'), field('size', 'number'), field('active', 'boolean'),
  field('founded', 'date'), field('createdAt', 'dateTime'), field('revenue', 'money'), field('ownerId', 'member'), field('departmentId', 'department'),
  field('parentId', 'reference', 'customers.customer'), field('parentId.industry', 'choice'),
  { ...field('line', 'choice'), tree: true }, { ...field('lines', 'multiChoice'), tree: true },
]
const VALUES: Partial<Record<Operator, string[]>> = { between: ['1', '2'], period: ['last', 'day', '30'], beforePeriod: ['this', 'day', '1'], afterPeriod: ['previous', 'month', '2'], is: ['false'] }
const SAMPLES: Partial<Record<Field['type'], string[]>> = {
  member: ['0000000000801', ME], department: [ME], reference: ['0000000000001'], region: ['4401'], date: ['2026-01-01', '2026-02-01'], dateTime: ['2026-01-01', '2026-02-01'],
}

const samples = FIELDS.flatMap(known => operatorsOf(known).map((operator): [string, Filter] => {
  const values = operator === 'empty' || operator === 'filled' ? [] : operator === 'between' ? SAMPLES[known.type] ?? ['1', '2'] : VALUES[operator] ?? SAMPLES[known.type] ?? ['a']
  return [`${known.name} ${operator}`, { field: known.name, operator, values }]
}))

describe('a filter', () => {
  it.each(samples)('%s comes back from its condition, which the server takes', (_, filter) => {
    const known = FIELDS.find(one => one.name === filter.field)!
    const made = condition(filter, known)!
    expect(filterOf(made, FIELDS)).toEqual(filter)
    const simple = FIELDS.filter(one => !one.name.includes('.')) as ConditionField[]
    expect(() => compile(made, simple, { fieldsOf: () => simple })).not.toThrow()
  })

  it('keeps its values only where they mean the same', () => {
    const range: Filter = { field: 'founded', operator: 'between', values: ['2026-01-01', ''] }
    expect(refit(range, 'period').values).toEqual(['this', 'day', '1'])
    expect(refit(refit(range, 'period'), 'beforePeriod').values).toEqual(['this', 'day', '1'])
    expect(refit({ field: 'industry', operator: 'in', values: ['it'] }, 'notIn').values).toEqual(['it'])
  })
})

describe('a whole condition', () => {
  const whole: Condition = {
    and: [
      { in: [{ var: 'industry' }, ['it']] },
      { or: [{ '==': [{ var: 'ownerId' }, { caller: 'member' }] }, { '!': { and: [{ has: [{ var: 'tags' }, 'x'] }, { '>=': [{ var: 'size' }, 5] }] } }] },
      { '==': [{ var: 'createdAt' }, { period: 'this', unit: 'quarter' }] },
    ],
  }

  it('is chips as far as single ones can show it', () => {
    const { filters, rest } = split(whole, FIELDS)
    expect(filters.map(filter => `${filter.field} ${filter.operator}`)).toEqual(['industry in', 'createdAt period'])
    expect(rest).toEqual(whole.and[1])
    expect(split(null, FIELDS)).toEqual({ filters: [], rest: null })
  })

  it('two chips of one field stay together in the builder', () => {
    expect(split({ and: [{ has: [{ var: 'tags' }, 'a'] }, { has: [{ var: 'tags' }, 'b'] }] }, FIELDS)).toEqual({
      filters: [{ field: 'tags', operator: 'has', values: ['a'] }], rest: { has: [{ var: 'tags' }, 'b'] },
    })
  })

  it('goes through the builder and asks the same', () => {
    const back = asked(groupOf(whole, FIELDS), FIELDS)
    const rows = [
      { industry: 'it', ownerId: '0000000000801', createdAt: '2026-11-23T00:00:00Z' }, { industry: 'it', tags: ['x'], size: 5, createdAt: '2026-11-23T00:00:00Z' },
      { industry: 'it', tags: ['x'], size: 4, createdAt: '2026-11-23T00:00:00Z' }, { industry: 'it', size: 4, createdAt: '2026-09-23T00:00:00Z' }, {},
    ]
    const context = { now: '2026-11-24T00:00:00Z', zone: 'Asia/Shanghai', member: '0000000000801' }
    const simple = FIELDS.filter(one => !one.name.includes('.')) as ConditionField[]
    expect(rows.map(compile(back, simple, context))).toEqual([true, false, true, false, false])
    expect(rows.map(compile(whole, simple, context))).toEqual([true, false, true, false, false])
  })

  it('keeps what the builder cannot show, drops what is unfinished', () => {
    const odd: Condition = { '<=': [{ var: 'createdAt' }, '2026-11-23T01:02:03Z'] }
    expect(asked(groupOf(odd, FIELDS), FIELDS)).toEqual(odd)
    expect(asked({ kind: 'group', join: 'and', not: true, parts: [{ kind: 'test', filter: { field: 'industry', operator: 'in', values: [] } }] }, FIELDS)).toBeNull()
  })

  it('joined with nothing is itself', () => {
    expect(both(null, whole)).toEqual(whole)
    expect(both(null, undefined)).toBeNull()
  })
})

describe('columns in the address', () => {
  it('come back with their widths', () => {
    const columns = [{ name: 'name', width: 240 }, { name: 'a,b', width: null }]
    expect(readColumns(writeColumns(columns))).toEqual(columns)
    expect(readColumns('name:5')).toEqual([{ name: 'name', width: null }])
    expect(readColumns(null)).toBeNull()
  })
})
