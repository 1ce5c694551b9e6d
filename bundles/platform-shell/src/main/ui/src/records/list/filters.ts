import type { Condition, Field, FieldType, Literal } from '@tenon/sdk'

export type Operator = 'in' | 'has' | 'within' | 'startsWith' | 'contains' | 'equals' | 'between' | 'is' | 'empty' | 'filled'

/** One filter chip. `between` holds from and to, either may be the empty string. */
export interface Filter { field: string; operator: Operator; values: string[] }

const TEXT: Operator[] = ['contains', 'startsWith', 'equals', 'empty', 'filled']
const LONG: Operator[] = ['contains', 'empty', 'filled']
const ONE_OF: Operator[] = ['in', 'empty', 'filled']
const HOLDS: Operator[] = ['has', 'empty', 'filled']
const PARTS: Operator[] = ['has', 'contains', 'empty', 'filled']
const RANGE: Operator[] = ['between', 'empty', 'filled']
const SUBTREE: Operator[] = ['within', 'in', 'empty', 'filled']

/** What may be asked of a field of the type; the first is what a new chip begins with. */
export const OPERATORS: Record<FieldType, Operator[]> = {
  text: TEXT, phone: TEXT, email: TEXT, url: TEXT, longText: LONG, richText: LONG,
  number: RANGE, decimal: RANGE, money: RANGE, date: RANGE, dateTime: RANGE, time: RANGE,
  boolean: ['is'], choice: ONE_OF, reference: ONE_OF, member: ONE_OF, region: ['within', 'empty', 'filled'], department: SUBTREE,
  multiChoice: HOLDS, references: HOLDS, tags: PARTS, phones: PARTS, emails: PARTS,
}

/** What may be asked of the field. Of one that lists do not filter by, only what the search index knows: parts of what is written. */
export function operatorsOf(field: Field): Operator[] {
  const all = OPERATORS[field.type]
  return field.access === 'masked' ? [] : field.filter ? all : all.includes('contains') ? ['contains'] : []
}

export const canFilter = (field: Field) => operatorsOf(field).length > 0

const PREFIX = 'f.'

/** Filters as they stand in the address: `f.industry=in:it,finance`. */
export function readFilters(params: URLSearchParams): Filter[] {
  const filters: Filter[] = []
  for (const [name, text] of params) {
    if (!name.startsWith(PREFIX)) continue
    const colon = text.indexOf(':')
    const operator = (colon < 0 ? text : text.slice(0, colon)) as Operator
    const values = colon < 0 ? [] : text.slice(colon + 1).split(',').map(decodeURIComponent)
    filters.push({ field: name.slice(PREFIX.length), operator, values })
  }
  return filters
}

/** Puts the filters into the address; all else of it stays, but the cursor, which belonged to the old rows. */
export function writeFilters(params: URLSearchParams, filters: Filter[]): URLSearchParams {
  const next = new URLSearchParams([...params].filter(([name]) => !name.startsWith(PREFIX) && name !== 'cursor'))
  for (const { field, operator, values } of filters) {
    const text = values.map(value => encodeURIComponent(value)).join(',')
    next.append(PREFIX + field, values.length > 0 ? `${operator}:${text}` : operator)
  }
  return next
}

/** All filters together as the server's condition; null without any. Fields nobody knows are left out. */
export function toCondition(filters: Filter[], fields: Field[]): Condition | null {
  const parts = filters.flatMap(filter => {
    const field = fields.find(known => known.name === filter.field)
    const part = field && condition(filter, field)
    return part ? [part] : []
  })
  return parts.length === 0 ? null : parts.length === 1 ? parts[0]! : { and: parts }
}

function condition({ operator, values }: Filter, field: Field): Condition | null {
  const asked = { var: field.name }
  switch (operator) {
    case 'empty': return { '==': [asked, null] }
    case 'filled': return { '!=': [asked, null] }
    case 'is': return { '==': [asked, values[0] === 'true'] }
    case 'equals': return values[0] ? { '==': [asked, values[0]] } : null
    case 'startsWith': return values[0] ? { startsWith: [asked, values[0]] } : null
    case 'contains': return values[0]?.trim() ? { contains: [asked, values[0]] } : null
    case 'in': return values.length > 0 ? { in: [asked, values] } : null
    case 'has': return anyOf(values.map(value => ({ has: [asked, value] })))
    case 'within': return anyOf(values.map(value => ({ within: [asked, value] })))
    case 'between': return between(field, values)
    default: return null
  }
}

function anyOf(parts: Condition[]): Condition | null {
  return parts.length === 0 ? null : parts.length === 1 ? parts[0]! : { or: parts }
}

function between(field: Field, [from = '', to = '']: string[]): Condition | null {
  const asked = { var: field.name }
  const parts: Condition[] = []
  if (from !== '') parts.push({ '>=': [asked, bound(field.type, from)] })
  if (to !== '') parts.push(field.type === 'dateTime' ? { '<': [asked, dayStart(to, 1)] } : { '<=': [asked, bound(field.type, to)] })
  return parts.length === 0 ? null : parts.length === 1 ? parts[0]! : { and: parts }
}

function bound(type: FieldType, text: string): Literal {
  if (type === 'number') return Number(text)
  return type === 'dateTime' ? dayStart(text, 0) : text
}

/** The instant at which a day, so many days later, begins where the member is. */
export function dayStart(date: string, later: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, day + later).toISOString().replace('.000Z', 'Z')
}
