export interface Grant { type: string; action: string; scope: string; departments?: string[] }
export interface FieldGrant { type: string; field: string; access: string }
export interface RoleGrants { version: number; grants: Grant[]; fields: FieldGrant[]; functions: string[] }

export interface Catalogue {
  types: { name: string; label: string; actions: { name: string; label: string }[]; fields: { name: string; label: string }[]; scopes: string[] }[]
  functions: { name: string; label: string }[]
  scopes: { name: string; label: string }[]
}

export const scopeOf = (grants: RoleGrants, type: string, action: string) =>
  grants.grants.find(grant => grant.type === type && grant.action === action)

/** Whether a scope goes by departments chosen with the grant. */
export const namesDepartments = (scope: string) => scope === 'departments' || scope === 'departmentsBelow'

/** The grants with one cell of the matrix changed; null takes the right away. */
export function withGrant(grants: RoleGrants, type: string, action: string, scope: string | null, departments: string[] = []): RoleGrants {
  const others = grants.grants.filter(grant => grant.type !== type || grant.action !== action)
  const grant: Grant | null = scope === null ? null : { type, action, scope, ...(namesDepartments(scope) && { departments }) }
  return { ...grants, grants: grant ? [...others, grant] : others }
}

/** The grants with one field's access changed; null is the usual access. */
export function withField(grants: RoleGrants, type: string, field: string, access: string | null): RoleGrants {
  const others = grants.fields.filter(grant => grant.type !== type || grant.field !== field)
  return { ...grants, fields: access ? [...others, { type, field, access }] : others }
}

export function withFunction(grants: RoleGrants, name: string, granted: boolean): RoleGrants {
  const others = grants.functions.filter(known => known !== name)
  return { ...grants, functions: granted ? [...others, name] : others }
}
