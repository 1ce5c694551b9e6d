import { evaluate, type Field, type FieldValue } from '@tenon/sdk'
import { currentSettings } from '../../app/settings'

/** The fields that show while the form holds these values; one whose condition cannot be asked shows. */
export function visibleFields(fields: Field[], value: (name: string) => FieldValue, all: Field[] = fields): Field[] {
  if (!fields.some(field => field.visibleWhen)) return fields
  const record = Object.fromEntries(all.map(field => [field.name, value(field.name)]))
  return fields.filter(field => !field.visibleWhen || holds(field, record, all))
}

function holds(field: Field, record: Record<string, unknown>, all: Field[]): boolean {
  try {
    return evaluate(field.visibleWhen ?? null, record, all, { zone: currentSettings().timeZone })
  } catch {
    return true
  }
}
