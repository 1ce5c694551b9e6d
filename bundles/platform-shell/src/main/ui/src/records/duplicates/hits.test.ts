import { Problem, type RecordType } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { blocked, comparedFields, worthChecking } from './hits'

const type = { fields: [{ name: 'name', match: 'company' }, { name: 'phones', match: 'phone' }, { name: 'level', match: null }, { name: 'old' }] } as RecordType

describe('a refusal', () => {
  const refusal = (...codes: string[]) => new Problem(422, { errors: codes.map(code => ({ field: 'phones', code, message: code })) })

  it('can be overridden if rules about duplicates are all there is', () => {
    expect(blocked(refusal('blocked'))).toBe(true)
    expect(blocked(refusal('blocked', 'blockedHidden'))).toBe(true)
    expect(blocked(refusal('blocked', 'required'))).toBe(false)
    expect(blocked(refusal())).toBe(false)
    expect(blocked(new Error('offline'))).toBe(false)
  })
})

describe('a check while typing', () => {
  it('is about the compared fields alone', () => {
    expect(comparedFields(type).map(field => field.name)).toEqual(['name', 'phones'])
  })

  it('is made when one of them was filled in, with all that they hold', () => {
    const held: Record<string, unknown> = { name: ' 榫卯 ', phones: [{ kind: 'office', value: '' }, { kind: 'office', value: '021' }], level: 'A' }
    expect(worthChecking(type, { name: '榫卯' }, name => held[name] as string)).toEqual({ name: '榫卯', phones: [{ kind: 'office', value: '021' }] })
  })

  it('is not made for other fields, nor for one that was emptied', () => {
    expect(worthChecking(type, { level: 'B' }, () => 'x')).toBeNull()
    expect(worthChecking(type, { name: null }, () => 'x')).toBeNull()
  })
})
