import { useShell, type RecordType } from '@tenon/sdk'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatAgo, formatCount } from '../../util/format'
import { ImportState } from './ImportState'
import { useImports } from './useImport'

/** The member's imports of a type, or everybody's for who may manage them; each can be opened, one's own gone on with, all taken back. */
export function PastImports({ type }: { type: RecordType }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const [everyone, setEveryone] = useState(false)
  const { data } = useImports(type.name, everyone)
  if (!data || (data.items.length === 0 && !data.mayManage)) return null
  return (
    <section className="card" aria-label={t('import.past')}>
      <div className="card-header">
        <h2 className="card-title">{t(everyone ? 'import.pastAll' : 'import.past')}</h2>
        {data.mayManage && <Checkbox checked={everyone} onChange={event => setEveryone(event.target.checked)}>{t('import.everyone')}</Checkbox>}
      </div>
      {data.items.length === 0 && <p className="muted">{t('import.none')}</p>}
      <ul className="past-imports">
        {data.items.map(each => (
          <li key={each.id}>
            <Link to={`${type.route}/import?id=${each.id}`}>{each.fileName}</Link>
            <ImportState of={each} />
            {everyone && <span className="past-member">{each.member.title}</span>}
            <span className="meta">{t('import.pastCounts', { count: each.rows, rows: formatCount(each.rows), created: formatCount(each.counts.created), updated: formatCount(each.counts.updated), refused: formatCount(each.counts.refused) })}</span>
            <time className="meta" dateTime={each.createdAt}>{formatAgo(each.createdAt, language)}</time>
          </li>
        ))}
      </ul>
    </section>
  )
}
