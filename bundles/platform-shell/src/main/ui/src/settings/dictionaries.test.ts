import { describe, expect, it } from 'vitest'
import { labelOf, moved, parentsFor, type DictionaryValue } from './dictionaries'

const value = (name: string, parent: string | null = null): DictionaryValue => ({ value: name, labels: { en: name.toUpperCase() }, parent, color: null, retired: false })
const items = [value('a'), value('b', 'a'), value('c', 'b'), value('d')]

describe('values of a dictionary', () => {
  it('move, but not beyond the ends', () => {
    expect(moved(items, 1, -1).map(item => item.value)).toEqual(['b', 'a', 'c', 'd'])
    expect(moved(items, 0, -1)).toBe(items)
    expect(moved(items, 3, 1)).toBe(items)
  })

  it('never stand below themselves', () => {
    expect(parentsFor(items, 'a').map(item => item.value)).toEqual(['d'])
    expect(parentsFor(items, 'c').map(item => item.value)).toEqual(['a', 'b', 'd'])
  })

  it('are called by any label there is', () => {
    expect(labelOf(items[0]!, 'zh-CN')).toBe('A')
    expect(labelOf({ ...items[0]!, labels: {} }, 'en')).toBe('a')
  })
})
