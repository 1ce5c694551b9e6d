import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, useShell } from '@tenon/sdk'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { signOut } from '../session/session'
import { formatAgo } from '../util/format'

interface OpenSession { id: string; createdAt?: string | null; seenAt?: string | null; agent?: string | null; address?: string | null; present?: boolean }

/** Where one is signed in. */
export function Sessions() {
  const { t } = useTranslation()
  const { language } = useShell()
  const client = useQueryClient()
  const { modal } = App.useApp()
  const { data = [] } = useQuery({
    queryKey: ['sessions'],
    queryFn: async ({ signal }) => (await api.get<{ items: OpenSession[] }>('/api/identity/sessions', {}, signal)).items,
  })
  const end = async (id: string) => {
    await api.delete(`/api/identity/sessions/${id}`)
    await client.invalidateQueries({ queryKey: ['sessions'] })
  }
  const everywhere = () => modal.confirm({
    title: t('sessions.everywhereTitle'), content: t('sessions.everywhereText'), okText: t('sessions.everywhere'), cancelText: t('action.cancel'),
    onOk: () => signOut(true),
  })
  return (
    <section className="card" aria-label={t('sessions.title')}>
      <div className="card-header">
        <h2 className="card-title">{t('sessions.title')}</h2>
        <Button onClick={everywhere}>{t('sessions.everywhere')}</Button>
      </div>
      <ul className="rows">
        {data.map(session => (
          <li key={session.id}>
            <div>
              {browserName(session.agent) ?? t('sessions.unknown')} {session.present && <span className="pill">{t('sessions.current')}</span>}
              <p className="meta">{[session.address, (session.seenAt ?? session.createdAt) && formatAgo((session.seenAt ?? session.createdAt)!, language)].filter(Boolean).join(' · ')}</p>
            </div>
            {!session.present && <Button size="small" onClick={() => void end(session.id)}>{t('sessions.end')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The browser and the system of a user agent line, as far as they are well known. */
export function browserName(agent: string | null | undefined): string | null {
  if (!agent) return null
  const browser = /(Edg|Firefox|Chrome|Safari)\/?([\d]+)?/.exec(agent)?.[1]?.replace('Edg', 'Edge')
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent)?.[0]
  return [browser, system].filter(Boolean).join(' · ') || agent.slice(0, 60)
}
