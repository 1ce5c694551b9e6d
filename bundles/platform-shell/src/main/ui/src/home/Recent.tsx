import { useRecordTypes } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRemembered } from '../app/remembered'
import { RECENT, type Visit } from './recents'

/** The records the member opened last, on whatever machine; those of areas that are away, or closed to them now, are left out. */
export function Recent() {
  const { t } = useTranslation()
  const { value } = useRemembered<Visit[]>(RECENT)
  const { data: types = [] } = useRecordTypes()
  const visits = (value ?? []).flatMap(visit => { const type = types.find(known => known.name === visit.type); return type ? [{ ...visit, known: type }] : [] })
  if (visits.length === 0) return <p className="muted">{t('home.nothing')}</p>
  return (
    <ul className="home-links">
      {visits.map(({ type, id, title, known }) => <li key={id}><Link to={`${known.route}/${id}`} data-card={`${type} ${id}`}>{title}</Link> <span className="meta">{known.label}</span></li>)}
    </ul>
  )
}
