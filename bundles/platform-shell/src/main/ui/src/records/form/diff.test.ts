import { describe, expect, it } from 'vitest'
import { cleaned, isEmpty, mergePatch, same } from './diff'

describe('what a form sends', () => {
  it('is only what differs', () => {
    expect(mergePatch({ name: '华为', level: 'A' }, { name: '华为', level: 'B' })).toEqual({ level: 'B' })
  })

  it('is null for what was emptied, nothing for what was empty before', () => {
    expect(mergePatch({ name: '华为' }, { name: '  ' })).toEqual({ name: null })
    expect(mergePatch({ note: null }, { note: '', tags: [], website: undefined })).toEqual({})
  })

  it('is trimmed', () => {
    expect(mergePatch({}, { name: ' 华为 ' })).toEqual({ name: '华为' })
    expect(mergePatch({ name: '华为' }, { name: '华为 ' })).toEqual({})
  })

  it('leaves out rows nobody filled in', () => {
    expect(cleaned([{ kind: 'mobile', value: ' ' }, { kind: 'office', value: '021-1' }])).toEqual([{ kind: 'office', value: '021-1' }])
    expect(mergePatch({ phones: null }, { phones: [{ kind: 'mobile', value: '' }] })).toEqual({})
  })

  it('keeps zero and no', () => {
    expect(mergePatch({ size: 5, listed: true }, { size: 0, listed: false })).toEqual({ size: 0, listed: false })
    expect(isEmpty(0)).toBe(false)
    expect(isEmpty(false)).toBe(false)
  })

  it('takes money without an amount as empty, and sees a changed currency', () => {
    expect(mergePatch({ turnover: null }, { turnover: { amount: '', currency: 'CNY' } })).toEqual({})
    expect(same({ amount: '1', currency: 'CNY' }, { amount: '1', currency: 'USD' })).toBe(false)
  })
})
