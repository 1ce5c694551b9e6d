import type { RecordData, RecordType } from '@tenon/sdk'

/** What a mail program is opened with; programs take links of about this length. */
const MOST = 1_900

/** The first address the member may see; empty for none. */
export function addressOf(type: Pick<RecordType, 'fields'>, record: RecordData): string {
  for (const field of type.fields.filter(each => (each.type === 'emails' || each.type === 'email') && each.access !== 'masked')) {
    const value = record[field.name]
    const first: unknown = Array.isArray(value) ? (value[0] as { value?: unknown } | undefined)?.value : value
    if (typeof first === 'string' && first.includes('@')) return first
  }
  return ''
}

/** A `mailto:` link; null if the text is too long for one and has to be copied. */
export function mailLink(to: string, subject: string, body: string): string | null {
  const link = `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\r?\n/g, '\r\n'))}`
  return link.length > MOST ? null : link
}
