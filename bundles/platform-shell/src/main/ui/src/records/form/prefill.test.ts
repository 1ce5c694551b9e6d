import type { RecordType } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { backPath, prefill, prefilled } from './prefill'

const type = { fields: [{ name: 'partyId', type: 'reference' }, { name: 'customerId', type: 'reference', reference: 'customers.customer' }, { name: 'name', type: 'text' }] } as RecordType

describe('a form that begins with values', () => {
  it('takes a reference to any type and the way back from the address', () => {
    const params = new URLSearchParams(prefill('partyId', 'customers.customer:0M3K9', '/customers/customers/0M3K9'))
    expect(prefilled(params, type)).toEqual({ partyId: { type: 'customers.customer', id: '0M3K9' } })
    expect(backPath(params)).toBe('/customers/customers/0M3K9')
  })

  it('keeps the id alone of a reference to one type', () => {
    expect(prefilled(new URLSearchParams('p.customerId=customers.customer:0M3K9'), type)).toEqual({ customerId: '0M3K9' })
  })

  it('leaves out fields nobody knows', () => {
    expect(prefilled(new URLSearchParams('p.gone=1&p.name=a:b'), type)).toEqual({ name: 'a:b' })
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])('does not lead back to %s', back => {
    expect(backPath(new URLSearchParams({ back }))).toBeNull()
  })
})
