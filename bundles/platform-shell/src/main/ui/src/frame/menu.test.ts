import type { MenuEntry } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { currentEntry, menuGroups } from './menu'

const menu: MenuEntry[] = [
  { id: 'b', label: 'B', order: 20 }, { id: 'b.1', parent: 'b', label: 'B1', path: '/b', order: 2 }, { id: 'b.0', parent: 'b', label: 'B0', path: '/b/list', order: 1 },
  { id: 'a', label: 'A', path: '/a', order: 10 }, { id: 'empty', label: 'E', order: 1 }, { id: 'orphan', parent: 'gone', label: 'O', path: '/o', order: 30 },
]

describe('the menu', () => {
  it('is in order, without groups that hold nothing', () => {
    expect(menuGroups(menu).map(group => [group.entry.id, group.children.map(child => child.id)])).toEqual([['a', []], ['b', ['b.0', 'b.1']], ['orphan', []]])
  })

  it('marks the entry one is in', () => {
    expect(currentEntry(menu, '/b/list/0M3')?.id).toBe('b.0')
    expect(currentEntry(menu, '/b/other')?.id).toBe('b.1')
    expect(currentEntry(menu, '/bx')).toBeUndefined()
  })
})
