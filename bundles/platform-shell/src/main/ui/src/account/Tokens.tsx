import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, isProblem, useShell } from '@tenon/sdk'
import { Alert, App, Button, DatePicker, Input, Typography } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatInstant } from '../util/format'

interface Token { id: string; name: string; createdAt?: string | null; expiresAt?: string | null; usedAt?: string | null }

/** Keys with which programs speak for the member. */
export function Tokens() {
  const { t } = useTranslation()
  const { language } = useShell()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [name, setName] = useState('')
  const [expires, setExpires] = useState<Dayjs | null>(dayjs().add(1, 'year'))
  const [made, setMade] = useState<string | null>(null)
  const { data = [] } = useQuery({
    queryKey: ['tokens'],
    queryFn: async ({ signal }) => (await api.get<{ items: Token[] }>('/api/identity/tokens', {}, signal)).items,
  })
  const refresh = () => client.invalidateQueries({ queryKey: ['tokens'] })
  const create = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const token = await api.post<{ token: string }>('/api/identity/tokens', { name: name.trim(), expiresAt: expires?.endOf('day').toISOString() ?? null })
      setMade(token.token)
      setName('')
      await refresh()
    } catch (error) {
      message.error(isProblem(error) ? error.message : t('broken.other.title'))
    }
  }
  const revoke = async (id: string) => {
    await api.delete(`/api/identity/tokens/${id}`)
    await refresh()
  }
  return (
    <section className="card" aria-label={t('tokens.title')}>
      <h2 className="card-title">{t('tokens.title')}</h2>
      <p className="muted">{t('tokens.text')}</p>
      {made && <Alert type="success" title={t('tokens.once')} description={<Typography.Text code copyable>{made}</Typography.Text>} closable onClose={() => setMade(null)} />}
      <ul className="rows">
        {data.map(token => (
          <li key={token.id}>
            <div>
              {token.name}
              <p className="meta">
                {token.expiresAt ? t('tokens.expires', { date: formatDate(token.expiresAt.slice(0, 10), language) }) : t('tokens.never')}
                {' · '}{token.usedAt ? t('tokens.used', { at: formatInstant(token.usedAt, language) }) : t('tokens.unused')}
              </p>
            </div>
            <Button size="small" danger onClick={() => void revoke(token.id)}>{t('tokens.revoke')}</Button>
          </li>
        ))}
      </ul>
      <form className="token-form" onSubmit={event => void create(event)}>
        <div className="field"><label htmlFor="token-name">{t('tokens.name')}</label><Input id="token-name" required maxLength={80} value={name} onChange={event => setName(event.target.value)} /></div>
        <div className="field"><label htmlFor="token-expires">{t('tokens.expiresAt')}</label><DatePicker id="token-expires" className="full" value={expires} minDate={dayjs()} onChange={setExpires} /></div>
        <Button htmlType="submit" type="primary">{t('tokens.create')}</Button>
      </form>
    </section>
  )
}
