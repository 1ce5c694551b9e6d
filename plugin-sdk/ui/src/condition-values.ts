import type { FieldType } from './types'

/** Values as conditions compare them: exact numbers as bigint, instants as microseconds, the rest as text. */
export type Comparable = bigint | boolean | string | { amount: bigint; currency: string | null } | { type: string; id: string }

/** A condition that does not fit: names the field, or `filter` when it is no condition at all. */
export class ConditionError extends Error {
  constructor(readonly field: string, reason: string) {
    super(`${field}: ${reason}`)
  }
}

const MAX_TEXT = 1000
const SCALE = 4
const ID = /^[0-9A-HJKMNP-TV-Z]{13}$/i

export const isMany = (type: FieldType) => type === 'multiChoice' || type === 'references' || type === 'phones' || type === 'emails' || type === 'tags' || type === 'files'

/** Reads a value of a field in its JSON form; null if it is of another type. */
export function comparable(type: FieldType, anyType: boolean, json: unknown): Comparable | null {
  switch (type) {
    case 'number': return typeof json === 'number' && Number.isInteger(json) ? BigInt(json) : null
    case 'decimal': return decimal(json)
    case 'money': return money(json)
    case 'boolean': return typeof json === 'boolean' ? json : null
    case 'date': return typeof json === 'string' ? date(json) : null
    case 'time': return typeof json === 'string' ? time(json) : null
    case 'dateTime': return typeof json === 'string' ? instant(json) : null
    case 'reference': return anyType ? reference(json) : id(json)
    case 'member': case 'department': case 'references': return id(json)
    default: return text(json)?.trim() ?? null
  }
}

/** A text as it stands; null if it is none, blank or too long. */
export function text(json: unknown): string | null {
  return typeof json === 'string' && json.trim() !== '' && json.length <= MAX_TEXT && !json.includes('\0') ? json : null
}

function id(json: unknown): string | null {
  return typeof json === 'string' && ID.test(json) ? json.toUpperCase() : null
}

function reference(json: unknown): Comparable | null {
  if (typeof json !== 'object' || json === null) return null
  const { type, id: target } = json as { type?: unknown; id?: unknown }
  const known = id(target)
  return typeof type === 'string' && type.trim() !== '' && known ? { type, id: known } : null
}

function decimal(json: unknown): bigint | null {
  if (typeof json !== 'string' && typeof json !== 'number') return null
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(String(json))
  if (!match) return null
  const whole = match[2]!.replace(/^0+(?=\d)/, ''), fraction = (match[3] ?? '').replace(/0+$/, '')
  if (whole.length > 15 || fraction.length > SCALE) return null
  const units = BigInt(whole + fraction.padEnd(SCALE, '0'))
  return match[1] === '-' ? -units : units
}

function money(json: unknown): Comparable | null {
  if (typeof json !== 'object' || json === null) {
    const amount = decimal(json)
    return amount === null ? null : { amount, currency: null }
  }
  const { amount: given, currency } = json as { amount?: unknown; currency?: unknown }
  const amount = decimal(given)
  return amount !== null && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { amount, currency } : null
}

function date(json: string): string | null {
  const parsed = /^\d{4}-\d\d-\d\d$/.test(json) ? new Date(`${json}T00:00:00Z`) : null
  return parsed && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(json) ? json : null
}

/** Microseconds of the day. */
function time(json: string): bigint | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?$/.exec(json)
  if (!match) return null
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)
  return BigInt(seconds) * 1_000_000n + micros(match[4])
}

/** Microseconds since 1970. */
function instant(json: string): bigint | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(json)
  const parsed = match && date(match[1]!.slice(0, 10)) ? Date.parse(match[1]! + match[3]!) : NaN
  return Number.isNaN(parsed) ? null : BigInt(parsed) * 1000n + micros(match![2])
}

const micros = (fraction = '') => BigInt(fraction.padEnd(6, '0').slice(0, 6))
