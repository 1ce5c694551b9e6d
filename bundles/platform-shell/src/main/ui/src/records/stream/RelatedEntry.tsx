import { useShell } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Face } from '../../frame/Face'
import { formatAgo, formatInstant } from '../../util/format'
import type { StreamEntry } from './types'

/** A record of another type that came to belong to this one. */
export function RelatedEntry({ entry }: { entry: StreamEntry }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const record = entry.record
  if (!record) return null
  return (
    <>
      <Face small id={entry.by ?? ''} name={entry.byLabel || '?'} />
      <div>
        <p><strong>{entry.byLabel}</strong> {t('stream.related', { type: record.label })}
          {' '}<time className="meta" dateTime={entry.at} title={formatInstant(entry.at, language)}>{formatAgo(entry.at, language)}</time></p>
        <p><Link to={`${record.route}/${record.id}`}>{record.title}</Link></p>
      </div>
    </>
  )
}
