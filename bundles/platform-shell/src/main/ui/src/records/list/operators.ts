import type { Field, FieldType } from '@tenon/sdk'

export type Operator =
  | 'in' | 'notIn' | 'has' | 'hasAll' | 'hasNone' | 'within' | 'notWithin' | 'contains' | 'startsWith' | 'equals' | 'differs' | 'between'
  | 'period' | 'beforePeriod' | 'afterPeriod' | 'is' | 'empty' | 'filled'

/** Stands among the values for whoever looks: the member, or the departments they belong to. */
export const ME = '@me'

const TEXT: Operator[] = ['contains', 'startsWith', 'equals', 'differs', 'empty', 'filled']
const LONG: Operator[] = ['contains', 'empty', 'filled']
const ONE_OF: Operator[] = ['in', 'notIn', 'empty', 'filled']
const SUBTREE: Operator[] = ['within', 'notWithin']
const HOLDS: Operator[] = ['has', 'hasAll', 'hasNone', 'empty', 'filled']
const PARTS: Operator[] = ['has', 'hasAll', 'hasNone', 'contains', 'empty', 'filled']
const RANGE: Operator[] = ['between', 'empty', 'filled']
const TIMES: Operator[] = ['between', 'period', 'beforePeriod', 'afterPeriod', 'empty', 'filled']

/** What may be asked of a field of the type; the first is what a new chip begins with. */
export const OPERATORS: Partial<Record<FieldType, Operator[]>> = {
  text: TEXT, phone: TEXT, email: TEXT, url: TEXT, longText: LONG, richText: LONG,
  number: RANGE, decimal: RANGE, money: RANGE, time: RANGE, date: TIMES, dateTime: TIMES,
  boolean: ['is', 'empty', 'filled'], choice: ONE_OF, reference: ONE_OF, member: ONE_OF, region: ['within', 'notWithin', 'empty', 'filled'],
  department: ['within', 'notWithin', 'in', 'notIn', 'empty', 'filled'],
  multiChoice: HOLDS, references: HOLDS, tags: PARTS, phones: PARTS, emails: PARTS,
}

/** What may be asked of the field. Of one that lists do not filter by, only what the search index knows: parts of what is written. */
export function operatorsOf(field: Field): Operator[] {
  const all = [...(field.tree && field.type !== 'region' ? SUBTREE : []), ...(OPERATORS[field.type] ?? [])]
  return field.access === 'masked' ? [] : field.filter ? all : all.includes('contains') ? ['contains'] : []
}

export const canFilter = (field: Field) => operatorsOf(field).length > 0

/** Tests that need no value. */
export const isBare = (operator: Operator) => operator === 'empty' || operator === 'filled'
