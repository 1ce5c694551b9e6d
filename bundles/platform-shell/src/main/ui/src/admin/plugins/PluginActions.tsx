import { MoreOutlined } from '@ant-design/icons'
import { api } from '@tenon/sdk'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckDrawer } from './CheckDrawer'
import { TakeoverDialog } from './TakeoverDialog'
import { TypedConfirm } from './TypedConfirm'
import type { Plugin } from './types'
import { pluginPath, type Work } from './usePlugins'
import { newest } from './versions'

type Asked = 'remove' | 'purge' | 'check' | 'takeover'

/** What one can do with an installed plugin; what takes something away is confirmed by typing its name. */
export function PluginActions({ plugin, work }: { plugin: Plugin; work: Work }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { name, label, version, state, previous, versions, requiredBy, takesOver } = plugin
  const next = newest(versions, version)
  const run = (change: () => Promise<unknown>, done: string, shown = version) => work.run(name, change, t(done, { name: label, version: shown }))
  const upgrade = (to: string) => void run(() => api.post(pluginPath(name, '/upgrade'), { version: to }), 'plugins.upgraded', to)
  const stop = () => void run(() => api.post(pluginPath(name, '/stop')), 'plugins.stopped')
  const start = () => void run(() => api.post(pluginPath(name, '/start')), 'plugins.started')
  const rollback = () => void run(() => api.post(pluginPath(name, '/rollback')), 'plugins.rolledBack', previous ?? version)
  const others = versions.filter(other => other !== version && other !== next && other !== previous)
  const items: MenuProps['items'] = [
    ...(previous ? [{ key: 'rollback', label: t('plugins.do.rollback', { version: previous }), onClick: rollback }] : []),
    ...others.map(other => ({ key: `to ${other}`, label: t('plugins.do.to', { version: other }), onClick: () => upgrade(other) })),
    state === 'stopped' || state === 'failed' ? { key: 'start', label: t('plugins.do.start'), onClick: start } : { key: 'stop', label: t('plugins.do.stop'), onClick: stop },
    { key: 'check', label: t('plugins.do.check'), onClick: () => setAsked('check') },
    { type: 'divider' },
    { key: 'remove', label: t('plugins.do.remove'), danger: true, disabled: requiredBy.length > 0, onClick: () => setAsked('remove') },
    { key: 'purge', label: t('plugins.do.purge'), danger: true, disabled: requiredBy.length > 0, onClick: () => setAsked('purge') },
  ]
  const confirmed = async () => {
    await (asked === 'purge'
      ? run(() => api.post(pluginPath(name, '/purge'), { confirm: name }), 'plugins.purged')
      : run(() => api.delete(pluginPath(name)), 'plugins.removed'))
    setAsked(null)
  }
  const waiting = work.busy !== null
  return (
    <div className="plugin-actions">
      {next && <Button type="primary" loading={work.busy === name} disabled={waiting} onClick={() => upgrade(next)}>{t('plugins.do.upgradeTo', { version: next })}</Button>}
      {takesOver && <Button disabled={waiting} onClick={() => setAsked('takeover')}>{t('plugins.do.takeover')}</Button>}
      <Dropdown menu={{ items }} trigger={['click']} disabled={waiting} placement="bottomRight">
        <Button icon={<MoreOutlined />} loading={!next && work.busy === name} disabled={waiting} aria-label={t('plugins.more', { name: label })} />
      </Dropdown>
      {asked === 'takeover' && takesOver && <TakeoverDialog plugin={plugin} area={takesOver.label} close={() => setAsked(null)} />}
      {asked === 'check' && <CheckDrawer plugin={plugin} close={() => setAsked(null)} />}
      {(asked === 'remove' || asked === 'purge') && (
        <TypedConfirm title={t(`plugins.${asked}Title`, { name: label })} text={t(`plugins.${asked}Text`)} word={name} action={t(`plugins.do.${asked}`)} busy={work.busy === name}
          confirm={() => void confirmed()} close={() => setAsked(null)} />
      )}
    </div>
  )
}
