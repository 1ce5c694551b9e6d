import { useDictionary, useShell, type Field, type KindValue, type Location, type Money, type RecordData, type TypedReference } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Face } from '../../frame/Face'
import { formatAgo, formatDate, formatDecimal, formatInstant, formatMoney } from '../../util/format'
import { moneyInWords } from '../../util/amountInWords'
import { isEmpty } from '../form/diff'
import { Dot } from './Dot'
import { KindList } from './KindList'
import { RecordLink } from './RecordLink'
import { PlaceLink } from './PlaceLink'
import { plainText } from './plainText'
import { RichText } from './RichText'

interface Props { field: Field; record: RecordData; compact?: boolean }

/** A field's value to read. In lists (`compact`) it stays on one line; empty is an em dash on pages, nothing in lists. */
export function FieldView({ field, record, compact = false }: Props) {
  const { t } = useTranslation()
  const { language } = useShell()
  const value = record[field.name]
  const label = record._labels?.[field.name]
  const labels = label === undefined ? [] : [label].flat()
  if (record._masked?.includes(field.name)) return <span className="muted" title={t('field.masked')}>{typeof value === 'string' ? value : '***'}</span>
  if (isEmpty(value as string)) return compact ? null : <span className="muted">—</span>

  switch (field.type) {
    case 'number': return <span className="number">{formatDecimal(String(value))}</span>
    case 'decimal': return <span className="number">{formatDecimal(value as string)}</span>
    case 'money': return <span className="number" title={moneyInWords(value as Money, language) ?? undefined}>{formatMoney(value as Money)}</span>
    case 'boolean': return t(value ? 'field.yes' : 'field.no')
    case 'date': return <span className="number">{formatDate(value as string, language)}</span>
    case 'time': return <span className="number">{(value as string).slice(0, 5)}</span>
    case 'dateTime':
      return <time className="number" dateTime={value as string} title={formatInstant(value as string, language)}>{formatAgo(value as string, language)}</time>
    case 'choice': return <Choice field={field} value={value as string} label={labels[0]} />
    case 'location': return <PlaceLink place={value as Location} />
    case 'files': return <span className="files">{(value as string[]).map((id, index) => <a key={id} href={`/api/files/${id}`}>{labels[index] ?? id}</a>)}</span>
    case 'region': return labels[0] ?? (value as string)
    case 'multiChoice': case 'tags':
      return <span className="pills">{(value as string[]).map((one, index) => <span className="pill" key={one}>{labels[index] ?? one}</span>)}</span>
    case 'member':
      return <span className="person" data-card={`identity.member ${value as string}`}><Face small id={value as string} name={labels[0] ?? '?'} />{labels[0] ?? (value as string)}</span>
    case 'department': return labels[0] ?? (value as string)
    case 'reference': {
      const target = typeof value === 'object' ? (value as unknown as TypedReference) : { type: field.reference ?? '', id: value as string }
      return <RecordLink {...target} title={labels[0]} />
    }
    case 'references':
      return (value as string[]).map((id, index) => <span key={id}>{index > 0 && '、'}<RecordLink type={field.reference ?? ''} id={id} title={labels[index]} /></span>)
    case 'phones': case 'emails': return <KindList values={value as KindValue[]} scheme={field.type === 'phones' ? 'tel' : 'mailto'} compact={compact} />
    case 'email': return <a href={`mailto:${value as string}`}>{value as string}</a>
    case 'phone': return <a href={`tel:${(value as string).replace(/[^\d+]/g, '')}`}>{value as string}</a>
    case 'url': return /^https?:\/\//i.test(value as string) ? <a href={value as string} target="_blank" rel="noopener noreferrer">{value as string}</a> : (value as string)
    case 'richText': return compact ? plainText(value as string) : <RichText html={value as string} />
    case 'longText': return <span className={compact ? undefined : 'long-text'}>{value as string}</span>
    default: return value as string
  }
}

/** All values of a dictionary with colours stand in one line, also while it is on its way. */
function Choice({ field, value, label }: { field: Field; value: string; label?: string }) {
  const { data: items, isLoading } = useDictionary(field.dictionary)
  const item = items?.find(known => known.value === value)
  const shown = label ?? item?.label ?? value
  const coloured = items?.some(known => known.color) ?? isLoading
  return coloured ? <Dot color={item?.color ?? null}>{shown}</Dot> : shown
}
