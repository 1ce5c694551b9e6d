import { describe, expect, it } from 'vitest'
import { pieces } from './Marked'

describe('pieces of a text that was found', () => {
  it('go through the whole text', () => {
    expect(pieces('深圳蓝博科技', [[2, 4]])).toEqual([
      { from: 0, piece: '深圳', found: false }, { from: 2, piece: '蓝博', found: true }, { from: 4, piece: '科技', found: false },
    ])
    expect(pieces('ab', [])).toEqual([{ from: 0, piece: 'ab', found: false }])
    expect(pieces('ab', [[0, 2]])).toEqual([{ from: 0, piece: 'ab', found: true }])
    expect(pieces('', [])).toEqual([])
  })

  it('leave out places that are not in it', () => {
    expect(pieces('abc', [[1, 9], [2, 2], [0, 1]])).toEqual([{ from: 0, piece: 'a', found: true }, { from: 1, piece: 'bc', found: false }])
    expect(pieces('abc', [[0, 2], [1, 3]])).toEqual([{ from: 0, piece: 'ab', found: true }, { from: 2, piece: 'c', found: false }])
  })
})
