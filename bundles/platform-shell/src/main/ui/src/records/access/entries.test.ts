import { describe, expect, it } from 'vitest'
import { entryOf, entryPath } from './useEntries'

const rest = { name: '李娜', access: 'read' as const, expiresAt: null, expired: false }

describe('entries', () => {
  it('of teams and shares become one list', () => {
    expect(entryOf({ member: 'M', ...rest })).toEqual({ way: 'team', grantee: 'M', ...rest })
    expect(entryOf({ kind: 'department', grantee: 'D', ...rest })).toEqual({ way: 'department', grantee: 'D', ...rest })
  })

  it('have an address each', () => {
    expect(entryPath('customers.customer', 'C', { way: 'team', grantee: 'M' })).toBe('/api/records/teams/customers.customer/C/M')
    expect(entryPath('customers.customer', 'C', { way: 'department', grantee: 'D' })).toBe('/api/records/shares/customers.customer/C/department/D')
  })
})
