import type { FieldValue, RecordType, Values } from '@tenon/sdk'
import { today } from '../../util/format'

/** What a new record has before anyone fills it in: the defaults of its custom fields. */
export function initialValues(type: RecordType): Values {
  const values: Values = {}
  for (const field of type.fields) {
    const value = field.access === 'write' && !field.computed ? standing(field.initial) : undefined
    if (value !== undefined && value !== null) values[field.name] = value
  }
  return values
}

/** The words that stand for the moment and for whoever writes; the server fills in what this side does not know. */
function standing(initial: FieldValue): FieldValue {
  if (initial === 'today') return today()
  if (initial === 'now') return new Date().toISOString()
  return initial === 'me' || initial === 'mine' ? undefined : initial
}
