import type { Condition, Field } from '@tenon/sdk'
import { condition, filterOf, type Filter } from '../list/filters'

/** A condition as the builder shows it: groups of groups and tests; what no test can show stays as it is. */
export type Clause = GroupClause | { kind: 'test'; filter: Filter } | { kind: 'raw'; condition: Condition }
export interface GroupClause { kind: 'group'; join: 'and' | 'or'; not: boolean; parts: Clause[] }

export const emptyGroup = (): GroupClause => ({ kind: 'group', join: 'and', not: false, parts: [] })

/** The condition as a group, the outermost thing the builder shows. */
export function groupOf(whole: Condition | null, fields: Field[]): GroupClause {
  if (!whole) return emptyGroup()
  const clause = clauseOf(whole, fields)
  return clause.kind === 'group' ? clause : { ...emptyGroup(), parts: [clause] }
}

function clauseOf(given: Condition, fields: Field[]): Clause {
  const filter = filterOf(given, fields)
  if (filter) return { kind: 'test', filter }
  if ('and' in given) return { kind: 'group', join: 'and', not: false, parts: given.and.map(part => clauseOf(part, fields)) }
  if ('or' in given) return { kind: 'group', join: 'or', not: false, parts: given.or.map(part => clauseOf(part, fields)) }
  if ('!' in given) {
    const inner = clauseOf(Array.isArray(given['!']) ? given['!'][0] : given['!'], fields)
    return inner.kind === 'group' && !inner.not ? { ...inner, not: true } : { kind: 'group', join: 'and', not: true, parts: [inner] }
  }
  return { kind: 'raw', condition: given }
}

/** What the clause asks; null while nothing in it is finished. */
export function asked(clause: Clause, fields: Field[]): Condition | null {
  if (clause.kind === 'raw') return clause.condition
  if (clause.kind === 'test') {
    const field = fields.find(known => known.name === clause.filter.field)
    return field ? condition(clause.filter, field) : null
  }
  const parts = clause.parts.flatMap(part => asked(part, fields) ?? [])
  if (parts.length === 0) return null
  const joined: Condition = parts.length === 1 ? parts[0]! : clause.join === 'and' ? { and: parts } : { or: parts }
  return clause.not ? { '!': joined } : joined
}
