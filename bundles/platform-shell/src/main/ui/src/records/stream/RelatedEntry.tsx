import { useShell } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ActorFace } from '../../frame/ActorFace'
import { formatAgo, formatInstant } from '../../util/format'
import type { StreamEntry } from './types'

/** A record of another type that came to belong to this one. */
export function RelatedEntry({ entry }: { entry: StreamEntry }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const who = entry.byLabel || t('timeline.system')
  const record = entry.record
  if (!record) return null
  return (
    <>
      <ActorFace id={entry.by} name={who} />
      <div>
        <p><strong>{who}</strong> {t('stream.related', { type: record.label })}
          {' '}<time className="meta" dateTime={entry.at} title={formatInstant(entry.at, language)}>{formatAgo(entry.at, language)}</time></p>
        <p><Link to={`${record.route}/${record.id}`}>{record.title}</Link></p>
      </div>
    </>
  )
}
