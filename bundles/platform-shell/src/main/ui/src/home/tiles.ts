import type { Contributions } from '@tenon/sdk'
import { menuGroups, type MenuGroup } from '../frame/menu'

export type Size = 'small' | 'wide' | 'full'

const SIZES: Size[] = ['small', 'wide', 'full']

/** A widget's place on the start page, as the server remembers it. */
export interface Tile { id: string; size: Size }

/** What can stand on the start page. */
export type Widget =
  | { id: string; title: string; size: Size; kind: 'records'; widget: Contributions['widgets'][number] }
  | { id: string; title: string; size: Size; kind: 'slot'; slot: Contributions['slots'][number] }
  | { id: string; title: string; size: Size; kind: 'recent' }
  | { id: string; title: string; size: Size; kind: 'menu'; group: MenuGroup }

/** All there is, in the order of a page nobody has arranged: what areas offer, what plugins draw, what one opened last, the areas themselves. */
export function widgetsOf(contributions: Contributions, recent: string): Widget[] {
  const drawn = new Set(contributions.plugins.filter(plugin => plugin.entry).map(plugin => plugin.id))
  return [
    ...contributions.widgets.map((widget): Widget => ({ id: widget.id, title: widget.title, size: widget.size, kind: 'records', widget })),
    ...contributions.slots.filter(slot => slot.slot === 'home/v1' && drawn.has(slot.plugin))
      .map((slot): Widget => ({ id: `${slot.plugin} ${slot.widget}`, title: slot.title, size: slot.size === 'wide' ? 'wide' : 'small', kind: 'slot', slot })),
    { id: 'recent', title: recent, size: 'small', kind: 'recent' },
    ...menuGroups(contributions.menu).map((group): Widget => ({ id: `menu ${group.entry.id}`, title: group.entry.label, size: 'small', kind: 'menu', group })),
  ]
}

/** Everything in its own order, or as it was arranged. */
export const arranged = (kept: Tile[] | null, widgets: Widget[]): Tile[] => kept ?? widgets.map(({ id, size }) => ({ id, size }))

export const resized = (tiles: Tile[], id: string): Tile[] =>
  tiles.map(tile => (tile.id === id ? { ...tile, size: SIZES[(SIZES.indexOf(tile.size) + 1) % SIZES.length]! } : tile))

/** With one tile in the place of another; those of areas that are away meanwhile stay between the same neighbours. */
export function moved(tiles: Tile[], id: string, to: string): Tile[] {
  const from = tiles.findIndex(tile => tile.id === id)
  const at = tiles.findIndex(tile => tile.id === to)
  if (from < 0 || at < 0) return tiles
  const next = [...tiles]
  next.splice(at, 0, next.splice(from, 1)[0]!)
  return next
}
