import { describe, expect, it } from 'vitest'
import { faceColour, initials } from './face'

describe('a face', () => {
  it.each([['张伟', '张伟'], ['欧阳建国', '建国'], ['李明（华东）', '华东'], ['Ada Lovelace', 'AL'], ['admin', 'AD'], ['a', 'A'], ['', '']])('of %s shows %s', (name, shown) => {
    expect(initials(name)).toBe(shown)
  })

  it('keeps its colour', () => {
    expect(faceColour('0M3K9Z2T4X5QA')).toBe(faceColour('0M3K9Z2T4X5QA'))
  })
})
