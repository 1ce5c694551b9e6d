import { useShell, type FieldValue } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Face } from '../../frame/Face'
import { formatAgo, formatInstant } from '../../util/format'
import { isEmpty } from '../form/diff'
import type { Change, Entry } from './Timeline'

/** One change: who, when, and each field from what to what. */
export function TimelineEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const details = entry.action === 'update' ? entry.changes : []
  return (
    <li>
      <Face small id={entry.by ?? ''} name={entry.byLabel || '?'} />
      <div>
        <p><strong>{entry.byLabel}</strong> {t(`timeline.${entry.action}`, { defaultValue: entry.action })}
          {' '}<time className="meta" dateTime={entry.at} title={formatInstant(entry.at, language)}>{formatAgo(entry.at, language)}</time></p>
        {details.length > 0 && (
          <ul>{details.map(change => (
            <li key={change.field}><span className="meta">{change.label}</span> {before(change)}<span aria-label={t('timeline.became')}> → </span>{shown(change.new, change.newLabel) || t('timeline.emptied')}</li>
          ))}</ul>
        )}
      </div>
    </li>
  )
}

function before(change: Change) {
  const text = shown(change.old, change.oldLabel)
  return text && <span className="was">{text}</span>
}

function shown(value: FieldValue, label?: string | null): string {
  if (label) return label
  if (isEmpty(value)) return ''
  if (Array.isArray(value)) return value.map(one => (typeof one === 'object' && 'value' in one ? one.value : String(one))).join('、')
  if (typeof value === 'object' && value !== null && 'amount' in value) return `${value.amount} ${value.currency}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
