import type { RecordData, RecordType } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { choosable, chosenValues, differs, proposed } from './choices'

const field = (name: string, type = 'text', more = {}) => ({ name, type, access: 'write', readOnly: false, common: false, section: 'main', ...more })
const type = { fields: [field('name'), field('code'), field('phones', 'phones'), field('secret', 'text', { access: 'read' })] } as unknown as RecordType
const a = { id: 'A', version: 1, name: '榫卯', phones: [{ kind: 'office', value: '1' }] } as unknown as RecordData
const b = { id: 'B', version: 2, name: '榫卯公司', code: 'X', phones: [{ kind: 'work', value: '1' }, { kind: 'office', value: '2' }], secret: 's' } as unknown as RecordData

describe('choosing what a merged record holds', () => {
  const fields = choosable(type, [a, b])

  it('offers what can be written and is filled in somewhere', () => {
    expect(fields.map(each => each.name)).toEqual(['name', 'code', 'phones'])
    expect(differs(fields[0]!, [a, b])).toBe(true)
  })

  it('begins with the survivor, fills its gaps and unites lists', () => {
    const choices = proposed(fields, [a, b], 'A')
    expect(choices).toEqual({ name: ['A'], code: ['B'], phones: ['A', 'B'] })
    expect(chosenValues(fields, [a, b], 'A', choices)).toEqual({ code: 'X', phones: [{ kind: 'office', value: '1' }, { kind: 'office', value: '2' }] })
  })

  it('sends nothing for what the survivor holds already', () => {
    expect(chosenValues(fields, [a, b], 'B', { name: ['B'], code: ['B'], phones: ['B'] })).toEqual({})
  })

  it('empties what nobody was chosen for', () => {
    expect(chosenValues(fields, [a, b], 'A', { name: ['A'], code: [], phones: [] })).toEqual({ phones: null })
  })
})
