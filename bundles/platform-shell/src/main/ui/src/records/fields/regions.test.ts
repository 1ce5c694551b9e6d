import type { DictionaryItem } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { regionPath, regionTree } from './regions'

const items: DictionaryItem[] = [['44', null], ['4401', '44'], ['440106', '4401'], ['11', null]].map(([value, parent]) => ({ value: value!, label: value!, parent: parent!, color: null }))

describe('regions', () => {
  it('are a tree', () => {
    expect(regionTree(items).map(node => [node.value, node.children?.[0]?.children?.[0]?.value])).toEqual([['44', '440106'], ['11', undefined]])
  })

  it('know the way down to each', () => {
    expect(regionPath(items, '440106')).toEqual(['44', '4401', '440106'])
    expect(regionPath(items, '99')).toEqual(['99'])
  })
})
