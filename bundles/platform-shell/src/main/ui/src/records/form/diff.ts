import type { FieldValue, Values } from '@tenon/sdk'

/** Empty in the contract's sense: absent, null, no text, no entries. */
export function isEmpty(value: FieldValue): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object' && 'amount' in value) return value.amount === ''
  return false
}

export function same(a: FieldValue, b: FieldValue): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b)
  return JSON.stringify(a) === JSON.stringify(b)
}

/** What goes to the server: trimmed, half-filled rows dropped, emptiness as null. */
export function cleaned(value: FieldValue): FieldValue {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (Array.isArray(value)) {
    const rows = (value as unknown[]).filter(row =>
      typeof row === 'string' ? row.trim() !== '' : !(typeof row === 'object' && row !== null && 'value' in row && String(row.value).trim() === ''))
    return rows.length === 0 ? null : (rows as FieldValue)
  }
  return isEmpty(value) ? null : value
}

/** The merge patch that turns `base` into `edited`: only fields that differ, null where one was emptied. */
export function mergePatch(base: Values, edited: Values): Values {
  const patch: Values = {}
  for (const [name, value] of Object.entries(edited)) {
    const now = cleaned(value)
    if (!same(base[name], now)) patch[name] = now
  }
  return patch
}
