import { evaluate, useDictionaries, type ChoiceParents, type Field, type FieldValue } from '@tenon/sdk'
import { currentSettings } from '../../app/settings'

/** The fields that show while the form holds these values; one whose condition cannot be asked shows. */
export function visibleFields(fields: Field[], value: (name: string) => FieldValue, all: Field[] = fields, choices: ChoiceParents = {}): Field[] {
  if (!fields.some(field => field.visibleWhen)) return fields
  const record = Object.fromEntries(all.map(field => [field.name, value(field.name)]))
  return fields.filter(field => !field.visibleWhen || holds(field, record, all, choices))
}

function holds(field: Field, record: Record<string, unknown>, all: Field[], choices: ChoiceParents): boolean {
  try {
    return evaluate(field.visibleWhen ?? null, record, all, { zone: currentSettings().timeZone, choices })
  } catch {
    return true
  }
}

/** The trees of choices that conditions of the fields may ask about; empty until they are fetched. */
export function useChoiceParents(fields: Field[], all: Field[] = fields): ChoiceParents {
  const asked = fields.some(field => field.visibleWhen && JSON.stringify(field.visibleWhen).includes('"within"'))
  const names = asked ? [...new Set(all.flatMap(field => (field.tree && field.dictionary ? [field.dictionary] : [])))] : []
  const found = useDictionaries(names)
  return Object.fromEntries(names.map((name, at) => [name, Object.fromEntries((found[at]?.data ?? []).map(item => [item.value, item.parent]))]))
}
