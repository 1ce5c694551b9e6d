import { Marked } from '../search/Marked'
import type { PaletteEntry } from './usePaletteEntries'

interface Props { id: string; entry: PaletteEntry; chosen: boolean; open: () => void; point: () => void }

/** One line of the palette: what it is called, what else tells it apart, and where else the text was found. */
export function PaletteOption({ id, entry, chosen, open, point }: Props) {
  return (
    <li id={id} role="option" aria-selected={chosen} onClick={open} onMouseMove={point}>
      <span className="palette-label"><Marked text={entry.label} marks={entry.marks ?? []} /></span>
      {entry.places && entry.places.length > 0
        ? <span className="meta palette-places">{entry.places.map(place => <span key={place.field}>{place.label} <Marked text={place.text} marks={place.marks} /></span>)}</span>
        : <span className="meta palette-hint">{entry.hint}</span>}
    </li>
  )
}
