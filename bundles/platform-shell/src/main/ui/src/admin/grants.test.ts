import { describe, expect, it } from 'vitest'
import { withField, withFunction, withGrant, type RoleGrants } from './grants'

const none: RoleGrants = { version: 3, grants: [], fields: [], functions: [] }

describe('grants', () => {
  it('have one scope an action', () => {
    const read = withGrant(withGrant(none, 'a.b', 'read', 'own'), 'a.b', 'read', 'all')
    expect(read.grants).toEqual([{ type: 'a.b', action: 'read', scope: 'all' }])
    expect(withGrant(read, 'a.b', 'read', null).grants).toEqual([])
  })

  it('name departments only for that scope', () => {
    expect(withGrant(none, 'a.b', 'read', 'departments', ['x']).grants[0]).toHaveProperty('departments', ['x'])
    expect(withGrant(none, 'a.b', 'read', 'departmentsBelow', ['x']).grants[0]).toHaveProperty('departments', ['x'])
    expect(withGrant(none, 'a.b', 'read', 'own', ['x']).grants[0]).not.toHaveProperty('departments')
  })

  it('change fields and functions one by one, on the same version', () => {
    const changed = withFunction(withField(none, 'a.b', 'phone', 'masked'), 'plugins:manage', true)
    expect(changed).toEqual({ version: 3, grants: [], fields: [{ type: 'a.b', field: 'phone', access: 'masked' }], functions: ['plugins:manage'] })
    expect(withFunction(withField(changed, 'a.b', 'phone', null), 'plugins:manage', false)).toEqual(none)
  })
})
