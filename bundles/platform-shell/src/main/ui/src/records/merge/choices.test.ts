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

  it('takes one number written in two ways for one', () => {
    const phones = (...numbers: string[]) => numbers.map(value => ({ kind: 'office', value }))
    const one = { ...a, phones: phones('0755-63583907', '13800138000') } as unknown as RecordData
    const two = { ...b, phones: phones('+86 755 6358 3907', '+86 138 0013 8000', '021-5555 6666') } as unknown as RecordData
    expect(chosenValues(fields, [one, two], 'A', { name: ['A'], code: [], phones: ['A', 'B'] })).toEqual({ phones: phones('0755-63583907', '13800138000', '021-5555 6666') })
  })

  it('sends nothing for what the survivor holds already', () => {
    expect(chosenValues(fields, [a, b], 'B', { name: ['B'], code: ['B'], phones: ['B'] })).toEqual({})
  })

  it('empties what nobody was chosen for', () => {
    expect(chosenValues(fields, [a, b], 'A', { name: ['A'], code: [], phones: [] })).toEqual({ phones: null })
  })
})
