import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, isProblem } from '@tenon/sdk'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { Dot } from '../records/fields/Dot'
import { useTitle } from '../util/useTitle'
import '../styles/rest'

interface Installable { name: string; version: string; state: string; label: string }

const COLOURS: Record<string, string> = { active: 'green', stopped: 'grey', failed: 'red', available: 'blue' }

/** Areas and plugins: what is there, and what could be; changes show in every open browser. */
export function Plugins() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const [busy, setBusy] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['plugins'],
    queryFn: async ({ signal }) => (await api.get<{ items: Installable[] }>('/api/plugins', {}, signal)).items,
  })
  useTitle(t('plugins.title'))

  const work = async (plugin: Installable, change: () => Promise<unknown>, done: string) => {
    setBusy(plugin.name)
    setRefusal(null)
    try {
      await change()
      message.success(t(done, { name: plugin.label }))
    } catch (problem) {
      setRefusal(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
    setBusy(null)
    await client.invalidateQueries({ queryKey: ['plugins'] })
    await client.invalidateQueries({ queryKey: ['contributions'] })
    await client.invalidateQueries({ queryKey: ['types'] })
  }
  const install = (plugin: Installable) => void work(plugin, () => api.post('/api/plugins', { name: plugin.name }), 'plugins.installed')
  const uninstall = (plugin: Installable) => modal.confirm({
    title: t('plugins.uninstallTitle', { name: plugin.label }), content: t('plugins.uninstallText'),
    okText: t('plugins.uninstall'), okButtonProps: { danger: true }, cancelText: t('action.cancel'),
    onOk: () => work(plugin, () => api.delete(`/api/plugins/${encodeURIComponent(plugin.name)}`), 'plugins.uninstalled'),
  })

  return (
    <div className="page">
      <h1>{t('plugins.title')}</h1>
      {error && <Broken error={error} retry={() => void refetch()} />}
      {refusal && <Alert type="error" showIcon closable title={refusal} role="alert" />}
      {!data && !error && <PageSkeleton />}
      {data && (
        <ul className="plugin-list">
          {data.map(plugin => (
            <li key={plugin.name} className="card">
              <div>
                <h2 className="card-title">{plugin.label}</h2>
                <p className="meta">{plugin.name} · {plugin.version}</p>
                <Dot color={COLOURS[plugin.state] ?? 'grey'}>{t(`plugins.state.${plugin.state}`, { defaultValue: plugin.state })}</Dot>
              </div>
              {plugin.state === 'available'
                ? <Button type="primary" loading={busy === plugin.name} disabled={busy !== null && busy !== plugin.name} onClick={() => install(plugin)}>{t('plugins.install')}</Button>
                : <Button danger loading={busy === plugin.name} disabled={busy !== null && busy !== plugin.name} onClick={() => uninstall(plugin)}>{t('plugins.uninstall')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {data?.length === 0 && <p className="muted">{t('plugins.empty')}</p>}
    </div>
  )
}
