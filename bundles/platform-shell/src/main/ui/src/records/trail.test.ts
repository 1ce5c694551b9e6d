import { describe, expect, it } from 'vitest'
import { neighbours } from './trail'

describe('the way through a list', () => {
  const trail = { search: '', ids: ['a', 'b', 'c'] }

  it('leads to the rows before and after', () => {
    expect(neighbours(trail, 'b')).toEqual({ previous: 'a', next: 'c', place: 2 })
  })

  it('ends at the ends', () => {
    expect(neighbours(trail, 'a').previous).toBeNull()
    expect(neighbours(trail, 'c').next).toBeNull()
  })

  it('does not exist for a record that was not on it', () => {
    expect(neighbours(trail, 'x').place).toBe(0)
    expect(neighbours(null, 'a').place).toBe(0)
  })
})
