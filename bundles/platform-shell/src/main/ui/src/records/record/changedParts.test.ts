import { describe, expect, it } from 'vitest'
import { changedParts } from './changedParts'

const FILLER = '一二三四五六七八九十'.repeat(10)

describe('a long text that changed', () => {
  it('is shown around the change', () => {
    expect(changedParts(`${FILLER}旧${FILLER}`, `${FILLER}新的${FILLER}`)).toEqual([
      `…${FILLER.slice(-20)}旧${FILLER.slice(0, 20)}…`, `…${FILLER.slice(-20)}新的${FILLER.slice(0, 20)}…`])
  })

  it('that only grew shows what was added', () => {
    expect(changedParts(FILLER, `${FILLER}完`)[1]).toBe(`…${FILLER.slice(-20)}完`)
  })

  it('is whole when it is short, new or emptied', () => {
    expect(changedParts('旧', '新')).toEqual(['旧', '新'])
    expect(changedParts('', FILLER)).toEqual(['', FILLER])
  })

  it('repeats nothing where both ends overlap', () => {
    expect(changedParts('a'.repeat(90), 'a'.repeat(91))).toEqual([`…${'a'.repeat(20)}`, `…${'a'.repeat(21)}`])
  })
})
