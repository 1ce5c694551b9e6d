import { describe, expect, it } from 'vitest'
import { detail, detailsOf, meaning, missing } from './columns'
import type { ColumnRule, Target } from './types'

const rule = (column: number, to: string): ColumnRule => ({ column, to, format: null, by: null, separator: null })
const target = (key: string, required: boolean): Target => ({ key, label: key, field: key, type: 'text', required, companion: null, by: [] })

describe('columns', () => {
  it('mean one thing each, and each thing stands in one column', () => {
    const columns = [rule(0, 'name'), rule(1, 'phone')]
    expect(meaning(columns, 2, 'name')).toEqual([rule(1, 'phone'), rule(2, 'name')])
    expect(meaning(columns, 0, 'code')).toEqual([rule(0, 'code'), rule(1, 'phone')])
    expect(meaning(columns, 0, null)).toEqual([rule(1, 'phone')])
  })

  it('keep what was said about the others', () => {
    expect(detail([rule(0, 'a'), rule(1, 'b')], 1, { format: 'dmy' })).toEqual([rule(0, 'a'), { ...rule(1, 'b'), format: 'dmy' }])
  })

  it('can be explained further where their type can be written in several ways', () => {
    expect(detailsOf('dateTime')).toEqual(['date'])
    expect(detailsOf('references')).toEqual(['by', 'separator'])
    expect(detailsOf('text')).toEqual([])
  })

  it('or a default must give what is required', () => {
    const targets = [target('name', true), target('code', false), target('kind', true)]
    expect(missing(targets, [rule(0, 'code')], { kind: 'a' }).map(each => each.key)).toEqual(['name'])
    expect(missing(targets, [rule(0, 'name')], { kind: 'a' })).toEqual([])
  })
})
