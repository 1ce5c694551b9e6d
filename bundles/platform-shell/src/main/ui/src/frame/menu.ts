import type { MenuEntry } from '@tenon/sdk'

export interface MenuGroup { entry: MenuEntry; children: MenuEntry[] }

/** The contributed menu as groups in their order; groups without a page that hold nothing are left out. */
export function menuGroups(menu: MenuEntry[]): MenuGroup[] {
  const ordered = [...menu].sort((a, b) => a.order - b.order || a.id.localeCompare(b.id))
  const known = new Set(menu.map(entry => entry.id))
  return ordered
    .filter(entry => !entry.parent || !known.has(entry.parent))
    .map(entry => ({ entry, children: ordered.filter(child => child.parent === entry.id && child.path) }))
    .filter(group => group.entry.path || group.children.length > 0)
}

/** The entry whose path is the longest prefix of where one is. */
export function currentEntry(menu: MenuEntry[], path: string): MenuEntry | undefined {
  return menu
    .filter(entry => entry.path && (path === entry.path || path.startsWith(entry.path + '/')))
    .sort((a, b) => b.path!.length - a.path!.length)[0]
}
