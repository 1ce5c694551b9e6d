import { useShell } from '@tenon/sdk'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetUnsaved, useHasUnsaved } from '../app/unsaved'
import { PluginPart } from './PluginPart'

/** A plugin's own page. With unsaved input it stays on the version it was loaded with and offers the new one. */
export function PluginPage({ plugin, page, path }: { plugin: string; page: string; path: string }) {
  const { t } = useTranslation()
  const { contributions } = useShell()
  const newest = contributions.plugins.find(entry => entry.id === plugin)
  const [shown, setShown] = useState(newest)
  const unsaved = useHasUnsaved()
  const outdated = newest?.entry !== shown?.entry
  if (outdated && !unsaved) setShown(newest)
  if (!shown) {
    return (
      <div className="broken" role="alert">
        <h1>{t('page.gone.title')}</h1>
        <p>{t('page.gone.text')}</p>
      </div>
    )
  }
  const change = () => { forgetUnsaved(); setShown(newest) }
  return (
    <>
      {outdated && (
        <Alert type="info" banner showIcon message={newest ? t('plugin.newVersion', { version: newest.version }) : t('plugin.removed')}
          action={<Button size="small" onClick={change}>{newest ? t('plugin.switch') : t('plugin.leave')}</Button>} />
      )}
      <PluginPart key={shown.entry} plugin={shown} name={page} part={module => module.pages?.[page]} props={{ path }} />
    </>
  )
}
