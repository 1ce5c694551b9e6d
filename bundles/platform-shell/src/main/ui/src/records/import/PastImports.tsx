import { useShell, type RecordType } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatAgo, formatCount } from '../../util/format'
import { ImportState } from './ImportState'
import { useImports } from './useImport'

/** The member's imports of a type; each can be opened, gone on with, taken back. */
export function PastImports({ type }: { type: RecordType }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const { data } = useImports(type.name)
  if (!data || data.items.length === 0) return null
  return (
    <section className="card" aria-label={t('import.past')}>
      <h2 className="card-title">{t('import.past')}</h2>
      <ul className="past-imports">
        {data.items.map(each => (
          <li key={each.id}>
            <Link to={`${type.route}/import?id=${each.id}`}>{each.fileName}</Link>
            <ImportState of={each} />
            <span className="meta">{t('import.pastCounts', { rows: formatCount(each.rows), created: formatCount(each.counts.created), updated: formatCount(each.counts.updated), refused: formatCount(each.counts.refused) })}</span>
            <time className="meta" dateTime={each.createdAt}>{formatAgo(each.createdAt, language)}</time>
          </li>
        ))}
      </ul>
    </section>
  )
}
