import { api } from '@tenon/sdk'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Offered, Plugin, Preview } from './types'
import { useOffered, type Work } from './usePlugins'

/** What could be installed: areas of the distribution that are not, and what repositories offer. */
export function AvailableList({ plugins, work, show }: { plugins: Plugin[]; work: Work; show: (preview: Preview) => void }) {
  const { t } = useTranslation()
  const { data } = useOffered()
  const offered = data?.items ?? []
  const install = (plugin: Plugin) => void work.run(plugin.name, () => api.post('/api/plugins', { name: plugin.name }), t('plugins.installed', { name: plugin.label, version: plugin.version }))
  const look = async ({ id, name, label }: Offered) => {
    let preview: Preview | undefined
    await work.run(name, async () => { preview = await api.post<Preview>('/api/plugins/uploads', { from: id }) }, t('plugins.fetched', { name: label }))
    if (preview) show(preview)
  }
  const row = (key: string, label: string, meta: string, begin: () => void, action: string, busy: boolean) => (
    <li key={key} className="card" aria-label={label}>
      <div className="plugin-what">
        <h2 className="card-title">{label}</h2>
        <p className="meta">{meta}</p>
      </div>
      <div className="plugin-actions"><Button type="primary" loading={busy} disabled={work.busy !== null} onClick={begin}>{action}</Button></div>
    </li>
  )
  return (
    <>
      {data?.problems?.map(problem => <Alert key={problem} type="warning" showIcon title={t('plugins.placeSilent')} description={problem} />)}
      {plugins.length + offered.length === 0 && <div className="empty"><p>{t('plugins.empty')}</p></div>}
      <ul className="plugin-list">
        {plugins.map(plugin => row(plugin.name, plugin.label, `${plugin.name} · ${plugin.version} · ${t(`plugins.origin.${plugin.origin}`)}`, () => install(plugin), t('plugins.do.install'), work.busy === plugin.name))}
        {offered.map(item => row(item.id, item.label, `${item.name} · ${item.version} · ${item.place}`, () => void look(item), t('plugins.do.look'), work.busy === item.name))}
      </ul>
    </>
  )
}
