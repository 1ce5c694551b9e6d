import type { MenuEntry } from '@tenon/sdk'
import { menuGroups } from './menu'

export interface Goal { letter: string; label: string; path: string }

/** Which letter after G leads where: of each page of the menu, in its order, the first letter of its address that is still free. H is home's. */
export function goals(menu: MenuEntry[], home: string): Goal[] {
  const pages = menuGroups(menu).flatMap(({ entry, children }) => (children.length > 0 ? children : [entry]))
  const found: Goal[] = [{ letter: 'h', label: home, path: '/' }]
  for (const { label, path } of pages) {
    const name = path!.split('/').at(-1)!.toLowerCase()
    const letter = [...name].find(one => /[a-z]/.test(one) && found.every(goal => goal.letter !== one))
    if (letter) found.push({ letter, label, path: path! })
  }
  return found
}
