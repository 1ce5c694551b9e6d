import { describe, expect, it } from 'vitest'
import { arranged, depths, labelOf, moved, parentsFor, siblings, withChild, type DictionaryValue } from './dictionaries'

const value = (name: string, parent: string | null = null): DictionaryValue => ({ value: name, labels: { en: name.toUpperCase() }, parent, color: null, retired: false })
const items = [value('a'), value('b', 'a'), value('c', 'b'), value('d')]

describe('values of a dictionary', () => {
  it('move, but not beyond the ends', () => {
    expect(moved(items, 0, -1)).toBe(items)
    expect(moved(items, 3, 1)).toBe(items)
    expect(moved(items, 1, 1)).toBe(items)
  })

  it('take along what stands below them, and pass over what stands below others', () => {
    expect(moved(items, 0, 1).map(item => item.value)).toEqual(['d', 'a', 'b', 'c'])
    expect(moved(items, 3, -1).map(item => item.value)).toEqual(['d', 'a', 'b', 'c'])
  })

  it('stand behind their parents', () => {
    const loose = [value('c', 'b'), value('d'), value('b', 'a'), value('a'), value('e', 'gone')]
    expect(arranged(loose).map(item => item.value)).toEqual(['d', 'a', 'b', 'c', 'e'])
    expect(depths(items)).toEqual([0, 1, 2, 0])
    expect(siblings(items, 0)).toEqual([0, 3])
  })

  it('get new ones below them, behind those that are there', () => {
    const grown = withChild(items, 0)
    expect(grown.map(item => item.value)).toEqual(['a', 'b', 'c', '', 'd'])
    expect(grown[3]).toMatchObject({ parent: 'a', retired: false })
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
