import type { Plugin, PluginEntry } from '@tenon/sdk'
import { useQuery } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Boundary } from '../app/Boundary'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { loadPlugin, SdkMismatch } from './host'

interface Props<P extends object> {
  plugin: PluginEntry
  part: (plugin: Plugin) => (() => Promise<{ default: ComponentType<P> }>) | undefined
  name: string
  props: P
}

/** One page, widget or field of a plugin, in its own part of the page; what breaks in it stays in it. */
export function PluginPart<P extends object>({ plugin, part, name, props }: Props<P>) {
  const { t } = useTranslation()
  const { data: Component, error, refetch } = useQuery({
    queryKey: ['plugin', plugin.entry, name], staleTime: Infinity, gcTime: 0,
    queryFn: async () => {
      const load = part(await loadPlugin(plugin))
      if (!load) throw new Error(t('plugin.partMissing', { plugin: plugin.id, name }))
      return { render: (await load()).default }
    },
  })
  if (error instanceof SdkMismatch) {
    return <p className="form-error" role="alert">{t('plugin.sdkMismatch', { plugin: error.id, wanted: error.wanted })}</p>
  }
  if (error) return <Broken error={error} retry={() => void refetch()} />
  if (!Component) return <PageSkeleton rows={4} />
  return (
    <div data-plugin={plugin.id}>
      <Boundary>
        <ConfigProvider getPopupContainer={() => popups(plugin.id)}>
          <Component.render {...props} />
        </ConfigProvider>
      </Boundary>
    </div>
  )
}

/** Menus and dialogs of a plugin live in the body, under its own name, so that its styles reach them. */
function popups(id: string): HTMLElement {
  const known = document.body.querySelector<HTMLElement>(`:scope > div[data-plugin="${CSS.escape(id)}"]`)
  if (known) return known
  const made = document.createElement('div')
  made.dataset.plugin = id
  document.body.append(made)
  return made
}
