interface Named { name: string; label: string }
interface ScopeRights extends Named { roles: string[]; departments: string[] }

export interface TypeRights extends Named {
  actions: (Named & { scopes: ScopeRights[] })[]
  fields: (Named & { access: string; accessLabel: string; role: string })[]
}

/** The answer of `/api/identity/rights/{member}`. */
export interface MemberRights {
  member: Named
  active: boolean
  administrator: boolean
  roles: string[]
  departments: string[]
  superiors: string[]
  line: number
  lineReads: boolean
  types: TypeRights[]
  functions: Named[]
}
