import { SDK_VERSION, type Plugin, type PluginEntry } from '@tenon/sdk'
import i18n from 'i18next'

/** A plugin built for another version of the SDK than this shell's. */
export class SdkMismatch extends Error {
  constructor(readonly id: string, readonly wanted: number) {
    super(`${id} wants SDK ${wanted}, this shell has ${SDK_VERSION}`)
  }
}

interface Loaded { entry: string; plugin: Promise<Plugin>; links: HTMLLinkElement[] }

const loaded = new Map<string, Loaded>()

/** Loads a plugin's module and style sheets, once per version; a failed load may be tried again. */
export function loadPlugin({ id, entry, css }: PluginEntry): Promise<Plugin> {
  if (!entry) return Promise.reject(new Error(`${id} has no pages`))
  const known = loaded.get(id)
  if (known?.entry === entry) return known.plugin
  if (known) unloadPlugin(id)
  const links = css.map(href => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
    link.dataset.pluginCss = id
    document.head.append(link)
    return link
  })
  const plugin = bring(id, entry)
  loaded.set(id, { entry, plugin, links })
  plugin.catch(() => unloadPlugin(id))
  return plugin
}

async function bring(id: string, entry: string): Promise<Plugin> {
  await import('../styles/rest')
  const module = (await import(/* @vite-ignore */ entry)) as { default: Plugin }
  if (module.default.sdk !== SDK_VERSION) throw new SdkMismatch(id, module.default.sdk)
  for (const [language, texts] of Object.entries(module.default.messages ?? {})) i18n.addResourceBundle(language, id, texts, true, true)
  return module.default
}

export function unloadPlugin(id: string): void {
  const known = loaded.get(id)
  if (!known) return
  loaded.delete(id)
  known.links.forEach(link => link.remove())
  void known.plugin.then(plugin => plugin.dispose?.()).catch(() => {})
}
