import type { Field, FieldValue, RecordData, RecordType, Values } from '@tenon/sdk'
import { isEmpty, same } from '../form/diff'
import { isWritable } from '../layout'

const SEVERAL = new Set(['phones', 'emails', 'tags', 'multiChoice', 'references'])

export const several = (field: Field) => SEVERAL.has(field.type)

/** For each field which records' values are kept, by id: one, or any number where values can be united. */
export type Choices = Record<string, string[]>

const value = (record: RecordData, field: Field) => record[field.name] as FieldValue

/** The fields that can be chosen: writable, and filled in somewhere. */
export const choosable = (type: RecordType, records: RecordData[]): Field[] =>
  type.fields.filter(field => isWritable(field) && records.some(record => !isEmpty(value(record, field))))

export const differs = (field: Field, records: RecordData[]) => records.some(record => !same(value(record, field), value(records[0]!, field)))

/** To begin with: the survivor's value, the first other one where it has none, and all members of lists. */
export function proposed(fields: Field[], records: RecordData[], survivor: string): Choices {
  const order = [...records].sort((a, b) => Number(b.id === survivor) - Number(a.id === survivor))
  return Object.fromEntries(fields.map(field => {
    const filled = order.filter(record => !isEmpty(value(record, field))).map(record => record.id)
    return [field.name, several(field) ? filled : filled.slice(0, 1)]
  }))
}

/** What the survivor's fields shall hold, as far as that differs from what they hold. */
export function chosenValues(fields: Field[], records: RecordData[], survivor: string, choices: Choices): Values {
  const own = records.find(record => record.id === survivor)!
  const values: Values = {}
  for (const field of fields) {
    const chosen = records.filter(record => choices[field.name]?.includes(record.id))
    const result = several(field) ? united(chosen.map(record => value(record, field)), value(own, field)) : chosen[0] ? value(chosen[0], field) : null
    if (!same(result, value(own, field))) values[field.name] = isEmpty(result) ? null : result
  }
  return values
}

/** A number or address as it tells itself apart: numbers without country and trunk prefix and punctuation, addresses without case. */
function plain(text: string): string {
  if (text.includes('@')) return text.trim().toLowerCase()
  const digits = text.replace(/\D/g, '')
  return digits.length < 7 ? text.trim() : digits.replace(/^0{2}/, '').replace(/^86(?=\d{10})/, '').replace(/^0+/, '')
}

/** All members once, the survivor's own first; of numbers and addresses the value alone tells them apart. */
function united(lists: FieldValue[], own: FieldValue): FieldValue {
  const ordered = [...lists].sort((a, b) => Number(b === own) - Number(a === own))
  const seen = new Map<string, unknown>()
  for (const member of ordered.flatMap(list => (Array.isArray(list) ? (list as unknown[]) : []))) {
    const key = typeof member === 'object' && member !== null && 'value' in member ? plain(String(member.value)) : JSON.stringify(member)
    if (!seen.has(key)) seen.set(key, member)
  }
  return [...seen.values()] as FieldValue
}
