import { comparable, ConditionError, isMany, text, type Comparable } from './condition-values'
import { digits, fold, isDialled } from './fold'
import { dayAt, dayStartIn, isSelf, periodOf, range, type Period, type Self } from './relative-values'
import type { FieldType } from './types'

/** A condition in JsonLogic's syntax, strict types; semantics in docs/rest.md. */
export type Condition =
  | { and: Condition[] } | { or: Condition[] } | { '!': Condition | [Condition] }
  | { '==': Operands } | { '!=': Operands } | { '<': Operands } | { '<=': Operands } | { '>': Operands } | { '>=': Operands }
  | { in: Operands } | { startsWith: Operands } | { contains: Operands } | { has: Operands } | { hasAny: Operands } | { hasAll: Operands } | { within: Operands }

export type Operands = [{ var: string }, Literal]
export type Literal = string | number | boolean | null | Literal[] | { [name: string]: Literal }

/** What a condition needs to know of a field. */
export interface ConditionField { name: string; type: FieldType; reference?: string | null; dictionary?: string | null }

/** The department above each department, for `within`. */
export type DepartmentParents = Record<string, string | null>

/** The value above each value of a dictionary, by dictionary, for `within`. */
export type ChoiceParents = Record<string, Record<string, string | null>>

/** Who asks, when, and what they can see; needed by conditions that speak of these. */
export interface ConditionContext {
  departments?: DepartmentParents
  choices?: ChoiceParents
  /** ISO-8601, the present moment without it. */
  now?: string
  /** IANA name; the browser's own without it. */
  zone?: string
  member?: string
  memberDepartments?: string[]
  /** The fields of a type that a reference names. */
  fieldsOf?: (type: string) => ConditionField[] | undefined
  /** A record of that type, if it can be seen. */
  referred?: (type: string, id: string) => Record<string, unknown> | undefined
}

type Test = (record: Record<string, unknown>) => boolean

const MAX_DEPTH = 10
const MAX_TESTS = 100
const MAX_LIST = 500
const ORDERED = new Set<FieldType>(['number', 'decimal', 'money', 'date', 'time', 'dateTime'])
const PREFIXED = new Set<FieldType>(['text', 'phone', 'email', 'url', 'region', 'choice'])

const CONTAINING = new Set<FieldType>(['text', 'longText', 'richText', 'phone', 'email', 'url', 'phones', 'emails', 'tags'])
const MAX_PART = 200

const malformed = (reason: string) => new ConditionError('filter', reason)

/**
 * Reads a condition once, to be asked of many records.
 *
 * @throws ConditionError for an unknown field, a test its type does not have, a value of the wrong type, or what is no condition
 */
export function compile(condition: Condition | null, fields: ConditionField[], context: ConditionContext = {}): Test {
  const known = new Map(fields.map(field => [field.name, field]))
  let tests = 0

  const read = (json: unknown, depth: number): Test => {
    if (depth > MAX_DEPTH) throw malformed(`nested deeper than ${MAX_DEPTH} levels`)
    const entries = typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.entries(json) : []
    if (entries.length !== 1) throw malformed('a condition is an object with one member, the operator')
    const [operator, given] = entries[0]! as [string, unknown]
    if (operator === 'and' || operator === 'or') {
      if (!Array.isArray(given)) throw malformed(`${operator} needs a list of conditions`)
      const parts = given.map(part => read(part, depth + 1))
      return operator === 'and' ? record => parts.every(part => part(record)) : record => parts.some(part => part(record))
    }
    if (operator === '!') {
      const part = read(Array.isArray(given) && given.length === 1 ? given[0] : given, depth + 1)
      return record => !part(record)
    }
    if (++tests > MAX_TESTS) throw malformed(`more than ${MAX_TESTS} tests`)
    if (!Array.isArray(given) || given.length !== 2) throw malformed(`${operator} needs a field and a value`)
    return asked(operator, path(given[0]), given[1])
  }

  const asked = (operator: string, name: string, wanted: unknown): Test => {
    const [first = '', ...rest] = name.split('.')
    const field = known.get(first)
    if (!field) throw unknown(name)
    if (rest.length === 0) return test(operator, field, wanted, context)
    const type = target(field)
    const last = type && context.fieldsOf?.(type)?.find(other => other.name === rest.join('.'))
    if (!type || !last) throw unknown(name)
    const holds = named(name, last.name, () => test(operator, last, wanted, context))
    return record => {
      const id = record[first]
      return holds((typeof id === 'string' && context.referred?.(type, id)) || {})
    }
  }

  return condition === null ? () => true : read(condition, 1)
}

/** Whether the condition holds for the record. @throws ConditionError as {@link compile} */
export function evaluate(condition: Condition | null, record: Record<string, unknown>, fields: ConditionField[], context: ConditionContext = {}): boolean {
  return compile(condition, fields, context)(record)
}

const unknown = (name: string) => new ConditionError(name, 'there is no such field')

function path(json: unknown): string {
  const name = typeof json === 'object' && json !== null && Object.keys(json).length === 1 ? (json as { var?: unknown }).var : undefined
  if (typeof name !== 'string') throw malformed('the first argument of a test is {"var":"<field>"}')
  return name
}

/** The one type a field refers to; null for none and for several. */
export function target(field: ConditionField): string | null {
  if (field.type === 'member') return 'identity.member'
  if (field.type === 'department') return 'identity.department'
  return field.type === 'reference' && field.name !== 'id' && field.reference && field.reference !== '*' ? field.reference : null
}

/** Lets refusals name the whole path instead of its end. */
function named(name: string, end: string, make: () => Test): Test {
  try {
    return make()
  } catch (error) {
    throw error instanceof ConditionError && error.field === end ? new ConditionError(name, error.message) : error
  }
}

function test(operator: string, field: ConditionField, wanted: unknown, context: ConditionContext): Test {
  const period = periodOf(field, wanted)
  if (period) return during(operator, field, period, context)
  if (isSelf(wanted)) return mine(operator, field, wanted, context)
  switch (operator) {
    case '==': return equal(field, wanted)
    case '!=': return not(equal(field, wanted))
    case 'in': return oneOf(field, plain(field, wanted, context))
    case '<': case '<=': case '>': case '>=': return ordered(field, operator, wanted)
    case 'startsWith': return prefixed(field, wanted)
    case 'contains': return containing(field, wanted)
    case 'has': return holds(field, wanted)
    case 'hasAny': { const tests = each(field, operator, plain(field, wanted, context)); return record => tests.some(one => one(record)) }
    case 'hasAll': { const tests = each(field, operator, plain(field, wanted, context)); return record => tests.every(one => one(record)) }
    case 'within': return within(field, wanted, context)
    default: throw malformed(`there is no operator ${operator}`)
  }
}

const not = (negated: Test): Test => record => !negated(record)

function during(operator: string, field: ConditionField, period: Period, context: ConditionContext): Test {
  const days = range(period, dayAt(context.now ?? new Date().toISOString(), context.zone))
  const [from, until] = field.type === 'date' ? days : (days.map(day => dayStartIn(day, context.zone)) as [string, string])
  const begun = ordered(field, '>=', from), open = ordered(field, '<', until)
  switch (operator) {
    case '==': return record => begun(record) && open(record)
    case '!=': return record => !(begun(record) && open(record))
    case '<': return ordered(field, '<', from)
    case '<=': return open
    case '>': return ordered(field, '>=', until)
    case '>=': return begun
    default: throw unfit(field, operator)
  }
}

function idsOf(field: ConditionField, { caller }: Self, context: ConditionContext): string[] {
  const type = target(field) ?? (field.type === 'references' ? field.reference : null)
  if (type !== `identity.${caller}`) throw new ConditionError(field.name, `a field of type ${field.type} cannot be compared with the ${caller} who asks`)
  return caller === 'department' ? context.memberDepartments ?? [] : context.member ? [context.member] : []
}

function mine(operator: string, field: ConditionField, self: Self, context: ConditionContext): Test {
  const ids = idsOf(field, self, context)
  switch (operator) {
    case '==': return oneOf(field, ids)
    case '!=': return not(oneOf(field, ids))
    case 'has': { const tests = ids.map(id => holds(field, id)); return record => tests.some(one => one(record)) }
    case 'within': {
      if (field.type !== 'department') throw unfit(field, operator)
      const tests = ids.map(id => within(field, id, context))
      return record => tests.some(one => one(record))
    }
    default: throw unfit(field, operator)
  }
}

/** A list with whoever asks put in place. */
function plain(field: ConditionField, list: unknown, context: ConditionContext): unknown {
  return Array.isArray(list) ? list.flatMap((value: unknown) => (isSelf(value) ? idsOf(field, value, context) : [value])) : list
}

function each(field: ConditionField, operator: string, list: unknown): Test[] {
  if (!isMany(field.type)) throw unfit(field, operator)
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_LIST) throw new ConditionError(field.name, `${operator} needs a list of 1 to ${MAX_LIST} values`)
  return list.map(value => holds(field, value))
}

const unfit = (field: ConditionField, operator: string) => new ConditionError(field.name, `${operator} does not fit a field of type ${field.type}`)

function literal(field: ConditionField, json: unknown): Comparable {
  const value = comparable(field.type, field.reference === '*', json)
  if (value === null) throw new ConditionError(field.name, `a field of type ${field.type} cannot be compared with ${JSON.stringify(json)?.slice(0, 60)}`)
  return value
}

const stored = (field: ConditionField, record: Record<string, unknown>) => comparable(field.type, field.reference === '*', record[field.name])

function isEmptyValue(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function same(a: Comparable, b: Comparable): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  if ('amount' in a && 'amount' in b) return a.amount === b.amount && (b.currency === null || a.currency === b.currency)
  return 'id' in a && 'id' in b && a.type === b.type && a.id === b.id
}

const hasEquality = (type: FieldType) => !isMany(type) && type !== 'longText' && type !== 'richText' && type !== 'location'

function equal(field: ConditionField, json: unknown): Test {
  if (json === null || json === undefined || json === '') return record => isEmptyValue(record[field.name])
  if (!hasEquality(field.type)) throw unfit(field, '==')
  const wanted = literal(field, json)
  return record => {
    const value = stored(field, record)
    return value !== null && same(value, wanted)
  }
}

function oneOf(field: ConditionField, json: unknown): Test {
  if (!hasEquality(field.type) || field.type === 'boolean') throw unfit(field, 'in')
  if (!Array.isArray(json) || json.length > MAX_LIST) throw new ConditionError(field.name, `in needs a list of at most ${MAX_LIST} values`)
  const wanted = json.map(value => literal(field, value))
  return record => {
    const value = stored(field, record)
    return value !== null && wanted.some(one => same(value, one))
  }
}

function ordered(field: ConditionField, operator: '<' | '<=' | '>' | '>=', json: unknown): Test {
  if (!ORDERED.has(field.type)) throw unfit(field, operator)
  const wanted = literal(field, json)
  return record => {
    const value = stored(field, record)
    if (value === null) return false
    if (typeof value === 'object' && typeof wanted === 'object') {
      if (!('amount' in value) || !('amount' in wanted) || (wanted.currency !== null && value.currency !== wanted.currency)) return false
      return inOrder(value.amount, operator, wanted.amount)
    }
    return inOrder(value as bigint | string, operator, wanted as bigint | string)
  }
}

function inOrder<V extends bigint | string>(a: V, operator: '<' | '<=' | '>' | '>=', b: V): boolean {
  return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b
}

function prefixed(field: ConditionField, json: unknown): Test {
  if (!PREFIXED.has(field.type)) throw unfit(field, 'startsWith')
  const wanted = text(json)
  if (wanted === null) throw new ConditionError(field.name, 'startsWith needs a text')
  return record => typeof record[field.name] === 'string' && (record[field.name] as string).startsWith(wanted)
}

function containing(field: ConditionField, json: unknown): Test {
  if (!CONTAINING.has(field.type)) throw unfit(field, 'contains')
  const wanted = text(json)
  const part = fold(wanted ?? '')
  if (wanted === null || part === '' || wanted.length > MAX_PART) throw new ConditionError(field.name, 'contains needs a text')
  const dialled = field.type === 'phone' || field.type === 'phones'
  const inside = (value: string) => (dialled ? isDialled(wanted) && digits(value).includes(digits(wanted)) : fold(field.type === 'richText' ? plainText(value) : value).includes(part))
  return record => [record[field.name]].flat().some((value: unknown) => {
    const one = typeof value === 'object' && value !== null ? (value as { value?: unknown }).value : value
    return typeof one === 'string' && inside(one)
  })
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ', '&amp;': '&' }
const plainText = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/&(lt|gt|quot|nbsp|amp);/g, entity => ENTITIES[entity]!)

function holds(field: ConditionField, json: unknown): Test {
  if (!isMany(field.type)) throw unfit(field, 'has')
  const wanted = literal(field, json)
  return record => {
    const values = record[field.name]
    return Array.isArray(values) && values.some((value: unknown) =>
      (typeof value === 'object' && value !== null ? (value as { value?: unknown }).value : value) === wanted)
  }
}

function within(field: ConditionField, json: unknown, context: ConditionContext): Test {
  if (field.type === 'region') {
    if (typeof json !== 'string' || !/^(\d{2}|\d{4}|\d{6})$/.test(json)) throw new ConditionError(field.name, 'a region has 2, 4 or 6 digits')
    return record => typeof record[field.name] === 'string' && (record[field.name] as string).startsWith(json)
  }
  if (field.type !== 'department' && field.type !== 'choice' && field.type !== 'multiChoice') throw unfit(field, 'within')
  const wanted = literal(field, json)
  const parents = (field.type === 'department' ? context.departments : context.choices?.[field.dictionary ?? '']) ?? {}
  const below = (value: unknown) => {
    const seen = new Set<string>()
    for (let at = value; typeof at === 'string' && !seen.has(at); at = parents[at]) {
      if (at === wanted) return true
      seen.add(at)
    }
    return false
  }
  return record => [record[field.name]].flat().some(below)
}
