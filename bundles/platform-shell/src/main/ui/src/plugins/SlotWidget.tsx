import { useShell, type RecordData, type Slot } from '@tenon/sdk'
import { PluginPart } from './PluginPart'

/** A plugin's widget without a frame around it; nothing while the plugin has no page. */
export function SlotWidget({ entry, record }: { entry: Slot; record?: RecordData }) {
  const { contributions } = useShell()
  const plugin = contributions.plugins.find(known => known.id === entry.plugin)
  return plugin?.entry ? <PluginPart key={plugin.entry} plugin={plugin} name={entry.widget} part={module => module.widgets?.[entry.widget]} props={{ slot: entry.slot, record }} /> : null
}
