import { describe, expect, it } from 'vitest'
import { order, sizeOf, type Selection } from './selection'

describe('a bulk order', () => {
  it('names the ticked rows', () => {
    expect(order('customers.customer', 'delete', { all: false, ids: ['a', 'b'] })).toEqual({ type: 'customers.customer', action: 'delete', ids: ['a', 'b'], values: undefined })
  })

  it('carries filter and search of the list, not its page', () => {
    const selection: Selection = { all: true, count: 10_000, capped: true, query: { filter: { '==': [{ var: 'level' }, 'A'] }, q: '华', cursor: 'x', limit: 50 } }
    expect(order('customers.customer', 'update', selection, { level: 'B' })).toEqual({
      type: 'customers.customer', action: 'update', filter: { '==': [{ var: 'level' }, 'A'] }, q: '华', values: { level: 'B' },
    })
    expect(sizeOf(selection)).toEqual({ count: 10_000, capped: true })
  })
})
