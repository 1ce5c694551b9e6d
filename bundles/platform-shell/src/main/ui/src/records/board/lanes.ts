import type { Condition, DictionaryItem, Field, FieldValue, RecordData, RecordType } from '@tenon/sdk'
import type { TFunction } from 'i18next'
import { isWritable } from '../layout'
import type { Group } from '../list/Grouped'

/** A column of a board. */
export interface Lane {
  key: string
  /** What a record dropped here gets; null empties the field. */
  value: FieldValue
  label: string
  color: string | null
  count: number
  /** Of the field that is added up, as the server writes decimals; null for none. */
  sum: string | null
  condition: Condition
  retired: boolean
}

/** By months and provinces a list can be divided, but a record cannot be put into one. */
const NOT_A_VALUE = new Set(['date', 'dateTime', 'region'])

/** Whether records can stand in columns by this field, among those a list can be divided by. */
export const canStand = (field: Field) => !NOT_A_VALUE.has(field.type)

const keyOf = (value: unknown) => (value === null || value === undefined ? 'none' : `value ${String(value)}`)

/** The columns in the order of the field's choices, empty ones too; values that are offered no more only while records have them. Without a value stands last. */
export function lanesOf(field: Field, groups: Group[], items: DictionaryItem[], t: TFunction): Lane[] {
  const counted = new Map(groups.map(group => [keyOf(group.value), group]))
  const known = new Map(items.map(item => [item.value, item]))
  const offered: (string | boolean)[] = field.type === 'boolean' ? [true, false] : items.filter(item => !item.retired).map(item => item.value)
  const values = [...offered, ...groups.map(group => group.value).filter(value => value !== null && !offered.includes(value))]
  const lanes = values.map((value): Lane => {
    const group = counted.get(keyOf(value))
    const item = known.get(String(value))
    const label = typeof value === 'boolean' ? t(value ? 'field.yes' : 'field.no') : item?.label ?? group?.label ?? String(value)
    return {
      key: keyOf(value), value, label, color: item?.color ?? null, count: group?.count ?? 0, sum: group?.sum ?? null,
      condition: group?.condition ?? ({ '==': [{ var: field.name }, value] } as Condition), retired: item?.retired ?? false,
    }
  })
  const none = counted.get('none')
  if (!none && field.required) return lanes
  return [...lanes, {
    key: 'none', value: null, label: t('group.empty', { field: field.label }), color: null, count: none?.count ?? 0, sum: none?.sum ?? null,
    condition: none?.condition ?? ({ '==': [{ var: field.name }, null] } as Condition), retired: false,
  }]
}

/** Why the record can go to none of the columns, or not to this one, as far as the page knows by itself; null if it knows of nothing. */
export function refusal(type: RecordType, field: Field, record: RecordData, lane: Lane, t: TFunction): string | null {
  if (!type.can.includes('update')) return t('board.mayNot')
  if (!isWritable(field) || record._masked?.includes(field.name)) return t('board.readOnly', { field: field.label })
  if (lane.value === null && field.required) return t('form.required', { field: field.label })
  if (lane.retired) return t('board.retired', { value: lane.label })
  return null
}
