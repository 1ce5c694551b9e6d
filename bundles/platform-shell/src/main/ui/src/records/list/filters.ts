import { dayAt, dayStartIn, isPeriod, isSelf, type Condition, type Field, type FieldType, type Literal, type PeriodKind, type PeriodUnit } from '@tenon/sdk'
import { currentSettings } from '../../app/settings'
import { ME, type Operator } from './operators'

/** One filter. `between` holds from and to, either may be the empty string; periods hold kind, unit and count. */
export interface Filter { field: string; operator: Operator; values: string[] }

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

/** One filter as a condition; null while it is unfinished. */
export function condition({ operator, values }: Filter, field: Field): Condition | null {
  const asked = { var: field.name }
  const value = (text: string): Literal => (text === ME ? { caller: field.type === 'department' || field.reference === 'identity.department' ? 'department' : 'member' } : text)
  const list = values.map(value)
  switch (operator) {
    case 'empty': return { '==': [asked, null] }
    case 'filled': return { '!=': [asked, null] }
    case 'is': return { '==': [asked, values[0] !== 'false'] }
    case 'equals': return values[0] ? { '==': [asked, values[0]] } : null
    case 'differs': return values[0] ? { '!=': [asked, values[0]] } : null
    case 'startsWith': return values[0] ? { startsWith: [asked, values[0]] } : null
    case 'contains': return values[0]?.trim() ? { contains: [asked, values[0]] } : null
    case 'in': return values.length > 0 ? { in: [asked, list] } : null
    case 'notIn': return values.length > 0 ? { '!': { in: [asked, list] } } : null
    case 'has': return anyOf(list.map(one => ({ has: [asked, one] })))
    case 'hasAll': return values.length > 0 ? { hasAll: [asked, list] } : null
    case 'hasNone': return values.length > 0 ? { '!': { hasAny: [asked, list] } } : null
    case 'within': return anyOf(list.map(one => ({ within: [asked, one] })))
    case 'notWithin': { const within = anyOf(list.map(one => ({ within: [asked, one] }))); return within && { '!': within } }
    case 'between': return between(field, values)
    case 'period': return { '==': [asked, period(values)] }
    case 'beforePeriod': return { '<': [asked, period(values)] }
    case 'afterPeriod': return { '>': [asked, period(values)] }
    default: return null
  }
}

function period([kind = 'this', unit = 'day', count]: string[]): Literal {
  return kind === 'this' || !count || count === '1' ? { period: kind, unit } : { period: kind, unit, count: Number(count) }
}

type Leaf = [operator: string, name: string, value: Literal]

function leafOf(condition: Condition): Leaf | null {
  const [operator, given] = Object.entries(condition)[0] as [string, unknown]
  if (!Array.isArray(given) || given.length !== 2) return null
  const name = (given[0] as { var?: unknown } | null)?.var
  return typeof name === 'string' ? [operator, name, given[1] as Literal] : null
}

const textOf = (value: Literal): string | null => (isSelf(value) ? ME : typeof value === 'string' ? value : null)

function textsOf(value: Literal): string[] | null {
  const texts = Array.isArray(value) ? value.map(textOf) : []
  return texts.length > 0 && texts.every(text => text !== null) ? (texts as string[]) : null
}

const NEGATED: Partial<Record<Operator, Operator>> = { in: 'notIn', has: 'hasNone', within: 'notWithin', equals: 'differs' }
const TEXTS = new Set<FieldType>(['text', 'phone', 'email', 'url'])
const CHOSEN = new Set<FieldType>(['choice', 'reference', 'member', 'department'])

/** The filter that asks the same as the condition; null where no single one does. */
export function filterOf(condition: Condition, fields: Field[]): Filter | null {
  if ('!' in condition) {
    const inner = Array.isArray(condition['!']) ? condition['!'][0] : condition['!']
    const filter = filterOf(inner, fields)
    const operator = filter && NEGATED[filter.operator]
    return operator ? { ...filter, operator } : null
  }
  if ('or' in condition) return alternatives(condition.or, fields)
  if ('and' in condition) return bounds(condition.and, fields)
  const leaf = leafOf(condition)
  const field = leaf && fields.find(known => known.name === leaf[1])
  return field ? single(leaf, field) : null
}

function single([test, name, value]: Leaf, field: Field): Filter | null {
  const filter = (operator: Operator, values: string[] | null): Filter | null => (values ? { field: name, operator, values } : null)
  const text = textOf(value)
  if (isPeriod(value)) {
    const operator = { '==': 'period', '<': 'beforePeriod', '>': 'afterPeriod' }[test] as Operator | undefined
    const { period: kind, unit, count = 1 } = value as { period: PeriodKind; unit: PeriodUnit; count?: number }
    return operator ? filter(operator, [kind, unit, String(count)]) : null
  }
  switch (test) {
    case '==':
      if (value === null) return filter('empty', [])
      if (typeof value === 'boolean') return filter('is', [String(value)])
      if (TEXTS.has(field.type)) return filter('equals', text ? [text] : null)
      if (CHOSEN.has(field.type)) return filter('in', text ? [text] : null)
      return ends([['>=', name, value], ['<=', name, value]], field)
    case '!=':
      if (value === null) return filter('filled', [])
      return filter(TEXTS.has(field.type) ? 'differs' : 'notIn', text && (TEXTS.has(field.type) || CHOSEN.has(field.type)) ? [text] : null)
    case 'in': return CHOSEN.has(field.type) ? filter('in', textsOf(value)) : null
    case 'startsWith': return TEXTS.has(field.type) ? filter('startsWith', text ? [text] : null) : null
    case 'contains': return filter('contains', text ? [text] : null)
    case 'has': return filter('has', text ? [text] : null)
    case 'hasAny': return filter('has', textsOf(value))
    case 'hasAll': return filter('hasAll', textsOf(value))
    case 'within': return filter('within', text ? [text] : null)
    default: return ends([[test, name, value]], field)
  }
}

/** Several `has` or `within` of one field. */
function alternatives(parts: Condition[], fields: Field[]): Filter | null {
  const filters = parts.map(part => filterOf(part, fields))
  const first = filters[0]
  if (!first || (first.operator !== 'has' && first.operator !== 'within')) return null
  if (filters.some(filter => filter?.field !== first.field || filter.operator !== first.operator)) return null
  return { ...first, values: filters.flatMap(filter => filter!.values) }
}

/** From and to of one field. */
function bounds(parts: Condition[], fields: Field[]): Filter | null {
  const leaves = parts.map(leafOf)
  const field = leaves[0] && fields.find(known => known.name === leaves[0]![1])
  return parts.length === 2 && field && leaves.every(leaf => leaf?.[1] === field.name) ? ends(leaves as Leaf[], field) : null
}

function ends(leaves: Leaf[], field: Field): Filter | null {
  const values = ['', '']
  for (const [test, , value] of leaves) {
    const at = test === '>=' ? 0 : test === (field.type === 'dateTime' ? '<' : '<=') ? 1 : -1
    const text = at < 0 ? null : bare(field.type, value, at)
    if (text === null || values[at] !== '') return null
    values[at] = text
  }
  return { field: field.name, operator: 'between', values }
}

/** A bound as the range's inputs show it; null if they cannot. */
function bare(type: FieldType, value: Literal, at: number): string | null {
  if (type === 'number') return typeof value === 'number' ? String(value) : null
  if (typeof value !== 'string') return null
  if (type !== 'dateTime') return type === 'decimal' || type === 'money' || type === 'date' || type === 'time' ? value : null
  const shown = dayLater(dayAt(value, currentSettings().timeZone), -at)
  return dayStart(shown, at) === value.replace('.000Z', 'Z') ? shown : null
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
  return dayStartIn(dayLater(date, later), currentSettings().timeZone).replace('.000Z', 'Z')
}

const dayLater = (date: string, later: number) => new Date(Date.parse(`${date}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10)
