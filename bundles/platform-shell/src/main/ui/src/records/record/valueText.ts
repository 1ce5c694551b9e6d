import type { Field, FieldValue, Location, Money } from '@tenon/sdk'
import { formatDate, formatDecimal, formatInstant, formatMoney } from '../../util/format'
import { plainText } from '../fields/plainText'
import { isEmpty } from '../form/diff'
import { changedParts } from './changedParts'
import type { Change } from './entry'

interface Texts { language: string; yes: string; no: string }

const LONGEST = 200

/** A value in one line of text; the server's own text of it comes first. Empty is the empty string. */
export function valueText(value: FieldValue, label: string | string[] | null | undefined, field: Field | undefined, { language, yes, no }: Texts): string {
  if (label !== null && label !== undefined && label.length > 0) return [label].flat().join('、')
  if (isEmpty(value)) return ''
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value)) return value.map(one => (typeof one === 'object' && 'value' in one ? one.value : typeof one === 'object' ? one.id : one)).join('、')
  if (typeof value === 'object' && value !== null) return 'amount' in value ? formatMoney(value as Money) : 'id' in value ? value.id : placeText(value)
  const text = String(value)
  switch (field?.type) {
    case 'dateTime': return formatInstant(text, language)
    case 'date': return formatDate(text, language)
    case 'time': return text.slice(0, 5)
    case 'number': case 'decimal': return formatDecimal(text)
    case 'richText': return short(flat(text))
    default: return short(text)
  }
}

/** A place by its name, else by its coordinates. */
export const placeText = ({ text, latitude, longitude }: Location) => text ?? (latitude !== undefined ? `${latitude}, ${longitude}` : '')

/** What a field held and holds now; long texts cut to what changed. */
export function changeTexts(change: Pick<Change, 'old' | 'new' | 'oldLabel' | 'newLabel'>, field: Field | undefined, texts: Texts): [string, string] {
  if (field?.type !== 'longText' && field?.type !== 'richText') return [valueText(change.old, change.oldLabel, field, texts), valueText(change.new, change.newLabel, field, texts)]
  const read = (value: FieldValue) => (typeof value !== 'string' ? '' : field.type === 'richText' ? flat(value) : value)
  const [before, after] = changedParts(read(change.old), read(change.new))
  return [short(before), short(after)]
}

const flat = (html: string) => plainText(html).replace(/\s*\n\s*/g, ' ')

const short = (text: string) => (text.length > LONGEST ? text.slice(0, LONGEST) + '…' : text)
