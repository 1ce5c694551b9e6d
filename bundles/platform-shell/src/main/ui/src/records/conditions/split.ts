import type { Condition, Field } from '@tenon/sdk'
import { filterOf, type Filter } from '../list/filters'

/** Parts of an and that are chips, one a field, and the condition of what is left; both together ask what the whole does. */
export function split(whole: Condition | null, fields: Field[]): { filters: Filter[]; rest: Condition | null } {
  if (!whole) return { filters: [], rest: null }
  const one = filterOf(whole, fields)
  if (one) return { filters: [one], rest: null }
  if (!('and' in whole)) return { filters: [], rest: whole }
  const filters: Filter[] = []
  const rest: Condition[] = []
  for (const part of whole.and) {
    const filter = filterOf(part, fields)
    if (filter && !filters.some(known => known.field === filter.field)) filters.push(filter)
    else rest.push(part)
  }
  return { filters, rest: both(...rest) }
}

/** All of them together; null for none. */
export function both(...conditions: (Condition | null | undefined)[]): Condition | null {
  const parts = conditions.flatMap(part => (part ? ('and' in part ? part.and : [part]) : []))
  return parts.length === 0 ? null : parts.length === 1 ? parts[0]! : { and: parts }
}
