import { useShell, type RecordData } from '@tenon/sdk'
import { PluginPart } from './PluginPart'

/** The widgets areas contribute to a place of the shell. */
export function Slots({ slot, record }: { slot: string; record?: RecordData }) {
  const { contributions } = useShell()
  return contributions.slots.filter(entry => entry.slot === slot).map(entry => {
    const plugin = contributions.plugins.find(known => known.id === entry.plugin)
    if (!plugin?.entry) return null
    return (
      <section key={`${entry.plugin} ${entry.widget} ${plugin.entry}`} className={entry.size === 'wide' ? 'card wide' : 'card'} aria-label={entry.title}>
        <h2 className="card-title">{entry.title}</h2>
        <PluginPart plugin={plugin} name={entry.widget} part={module => module.widgets?.[entry.widget]} props={{ slot, record }} />
      </section>
    )
  })
}
