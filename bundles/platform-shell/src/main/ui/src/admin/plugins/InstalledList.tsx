import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DetailsDrawer } from './DetailsDrawer'
import { PluginRow } from './PluginRow'
import type { Plugin } from './types'
import type { Work } from './usePlugins'

/** What is installed, running or not. */
export function InstalledList({ plugins, work }: { plugins: Plugin[]; work: Work }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string | null>(null)
  const shown = plugins.find(plugin => plugin.name === open)
  if (plugins.length === 0) return <div className="empty"><p>{t('plugins.noneInstalled')}</p></div>
  return (
    <>
      <ul className="plugin-list">
        {plugins.map(plugin => <PluginRow key={plugin.name} plugin={plugin} work={work} open={() => setOpen(plugin.name)} />)}
      </ul>
      {shown && <DetailsDrawer plugin={shown} close={() => setOpen(null)} />}
    </>
  )
}
