import { useQuery } from '@tanstack/react-query'
import { api } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { useTitle } from '../util/useTitle'
import type { MemberRights } from './rights'
import { RightsType } from './RightsType'
import '../styles/rest'

/** What a member may do, all roles taken together, and where it comes from. */
export function Rights() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const { data: rights, error, refetch } = useQuery({ queryKey: ['rights', id], queryFn: ({ signal }) => api.get<MemberRights>(`/api/identity/rights/${id}`, {}, signal) })
  const name = rights?.member.label ?? ''
  useTitle(t('rights.title', { name }))
  const facts = rights ? [
    { label: t('rights.roles'), value: rights.roles.join('、') },
    { label: t('rights.departments'), value: rights.departments.join('、') },
    { label: t('rights.superiors'), value: rights.superiors.join(' → ') },
    { label: t('rights.line'), value: rights.line === 0 ? '' : t(rights.lineReads ? 'rights.lineReads' : 'rights.lineOnly', { count: rights.line }) },
  ] : []
  return (
    <div className="page">
      <nav aria-label={t('record.path')} className="crumb"><Link to={`/identity/members/${id}`}>{name || t('rights.member')}</Link></nav>
      <h1>{t('rights.title', { name })}</h1>
      {error && <Broken error={error} retry={() => void refetch()} />}
      {!rights && !error && <PageSkeleton />}
      {rights && (
        <>
          <dl className="rights-facts">{facts.map(({ label, value }) => <div key={label}><dt className="meta">{label}</dt><dd>{value || '—'}</dd></div>)}</dl>
          {!rights.active && <p className="muted">{t('rights.left')}</p>}
          {rights.administrator && <p className="muted">{t('rights.administrator')}</p>}
          {!rights.administrator && rights.types.length === 0 && rights.active && <p className="muted">{t('rights.none')}</p>}
          {rights.types.map(type => <RightsType key={type.name} type={type} />)}
          {rights.functions.length > 0 && (
            <section className="card" aria-label={t('grants.functions')}>
              <h2 className="card-title">{t('grants.functions')}</h2>
              <ul>{rights.functions.map(({ name: key, label }) => <li key={key}>{label}</li>)}</ul>
            </section>
          )}
        </>
      )}
    </div>
  )
}
