import { useShell, type RecordData } from '@tenon/sdk'
import { SlotWidget } from './SlotWidget'

/** The widgets areas contribute to a place of a record's page. */
export function Slots({ slot, record }: { slot: string; record?: RecordData }) {
  const { contributions } = useShell()
  return contributions.slots.filter(entry => entry.slot === slot && contributions.plugins.some(known => known.id === entry.plugin && known.entry)).map(entry => (
    <section key={`${entry.plugin} ${entry.widget}`} className="card" aria-label={entry.title}>
      <h2 className="card-title">{entry.title}</h2>
      <SlotWidget entry={entry} record={record} />
    </section>
  ))
}
