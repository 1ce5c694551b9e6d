import type { RecordData } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { treeOrder } from './tree'

const row = (id: string, parentId: string | null) => ({ id, version: 1, parentId }) as RecordData

describe('a list as a tree', () => {
  it('puts children below their parents', () => {
    const { rows, depths } = treeOrder([row('b', 'a'), row('a', null), row('c', 'b'), row('d', 'elsewhere')], 'parentId')
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    expect(depths).toEqual({ a: 0, b: 1, c: 2, d: 0 })
  })

  it('loses no row, even of a circle', () => {
    expect(treeOrder([row('a', 'b'), row('b', 'a'), row('c', 'c')], 'parentId').rows.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'])
  })
})
