import { isProblem, type Field, type RecordType, type Values } from '@tenon/sdk'
import { cleaned, isEmpty } from '../form/diff'

/** Why two records may be the same; `field` is null where the member may not see it. */
export interface Reason { field: string | null; same: boolean; text: string }

/** A stored record that may be the same; without id and title if the member may not see it; `blocked` if a rule lets no second record have the same. */
export interface Hit { id: string | null; title: string; hidden: boolean; ownerLabel: string | null; score: number; likely: boolean; blocked: boolean; reasons: Reason[] }

const BLOCKED = new Set(['blocked', 'blockedHidden'])

/** True if rules about duplicates are all that stands in the way. */
export const blocked = (error: unknown): boolean => isProblem(error) && error.errors.length > 0 && error.errors.every(({ code }) => BLOCKED.has(code))

export const comparedFields = (type: Pick<RecordType, 'fields'>): Field[] => type.fields.filter(field => !!field.match)

/** What of a form is worth a check: the compared fields that hold something, as they would be sent. Null if nothing compared was touched. */
export function worthChecking(type: Pick<RecordType, 'fields'>, patch: Values, value: (name: string) => Values[string]): Values | null {
  const compared = comparedFields(type)
  if (!compared.some(field => field.name in patch && !isEmpty(patch[field.name]))) return null
  return Object.fromEntries(compared.map(field => [field.name, cleaned(value(field.name))] as const).filter(([, held]) => !isEmpty(held)))
}
