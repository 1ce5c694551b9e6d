import type { Field, FieldValue, RecordData } from '@tenon/sdk'
import { FieldView } from '../fields/FieldView'
import { useTitles } from '../fields/useTitles'

const TYPES: Partial<Record<Field['type'], string>> = { member: 'identity.member', department: 'identity.department' }

/** One of the values in dispute; ids are shown by the titles of what they refer to. */
export function ConflictValue({ field, value }: { field: Field; value: FieldValue }) {
  const target = TYPES[field.type] ?? (field.type.startsWith('reference') ? field.reference ?? '' : '')
  const ids = target === '' || target === '*' ? [] : [value].flat().filter((one): one is string => typeof one === 'string')
  const titles = useTitles(target, ids)
  const labels = ids.map(id => titles[id] ?? id)
  return <FieldView field={field} record={{ id: '', version: 0, [field.name]: value, ...(ids.length > 0 && { _labels: { [field.name]: labels } }) } as RecordData} />
}
