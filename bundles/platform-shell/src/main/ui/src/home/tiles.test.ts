import type { Contributions } from '@tenon/sdk'
import { expect, test } from 'vitest'
import { arranged, moved, resized, widgetsOf, type Tile } from './tiles'

const nothing: Contributions = { revision: 1, menu: [], routes: [], plugins: [], slots: [], widgets: [], commands: [] }
const tiles: Tile[] = [{ id: 'a', size: 'small' }, { id: 'b', size: 'wide' }, { id: 'away', size: 'small' }, { id: 'c', size: 'full' }]

test('what nobody arranged stands in its own order', () => {
  const contributions = { ...nothing, menu: [{ id: 'customers', label: '客户', path: '/customers/customers', order: 1 }] }
  const widgets = widgetsOf(contributions, '最近打开')
  expect(arranged(null, widgets)).toEqual([{ id: 'recent', size: 'small' }, { id: 'menu customers', size: 'small' }])
  expect(arranged([], widgets)).toEqual([])
})

test('a widget whose plugin draws nothing is not offered', () => {
  const slots = [{ slot: 'home/v1', plugin: 'loyalty', widget: 'top', title: 'Top' }]
  const plugin = { id: 'loyalty', version: '1.0.0', sdk: 1, css: [] }
  expect(widgetsOf({ ...nothing, slots, plugins: [plugin] }, 'r').map(widget => widget.id)).toEqual(['recent'])
  expect(widgetsOf({ ...nothing, slots, plugins: [{ ...plugin, entry: '/ui/x.js' }] }, 'r').map(widget => widget.id)).toEqual(['loyalty top', 'recent'])
})

test('tiles move both ways, and those that are away are kept', () => {
  expect(moved(tiles, 'a', 'c').map(tile => tile.id)).toEqual(['b', 'away', 'c', 'a'])
  expect(moved(tiles, 'c', 'a').map(tile => tile.id)).toEqual(['c', 'a', 'b', 'away'])
  expect(moved(tiles, 'a', 'gone')).toBe(tiles)
})

test('sizes go round', () => {
  expect(resized(resized(resized(tiles, 'a'), 'a'), 'a')).toEqual(tiles)
  expect(resized(tiles, 'b')[1]).toEqual({ id: 'b', size: 'full' })
})
