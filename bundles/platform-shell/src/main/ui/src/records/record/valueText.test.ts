import type { Field, FieldValue } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { changeTexts, valueText } from './valueText'

const show = (value: FieldValue, type: Field['type'], label?: string | string[] | null) => valueText(value, label, { type } as Field, { language: 'en', yes: 'Yes', no: 'No' })

describe('a value in the timeline', () => {
  it('is the text the server gives, one or several', () => {
    expect(show('it', 'choice', '信息技术')).toBe('信息技术')
    expect(show(['a', 'b'], 'references', ['甲', '乙'])).toBe('甲、乙')
  })

  it('is written by its type', () => {
    expect(show('2026-11-23', 'date')).toBe('Nov 23, 2026')
    expect(show(true, 'boolean')).toBe('Yes')
    expect(show(false, 'boolean')).toBe('No')
    expect(show('1250.5000', 'decimal')).toBe('1,250.5')
    expect(show({ amount: '3', currency: 'CNY' }, 'money')).toBe('3.00 CNY')
    expect(show([{ kind: 'mobile', value: '138' }, { kind: 'office', value: '021' }], 'phones')).toBe('138、021')
    expect(show('<p>a</p>', 'richText')).toBe('a')
  })

  it('is nothing when empty, and short when long', () => {
    expect(show(null, 'text')).toBe('')
    expect(show([], 'tags')).toBe('')
    expect(show('x'.repeat(500), 'longText')).toHaveLength(201)
  })

  it('of formatted text is cut to the words that changed', () => {
    const change = { old: `<p>${'前'.repeat(100)}一</p>`, new: `<p>${'前'.repeat(100)}<b>二</b> &lt; 三</p>` }
    expect(changeTexts(change, { type: 'richText' } as Field, { language: 'en', yes: 'Yes', no: 'No' })).toEqual([`…${'前'.repeat(20)}一`, `…${'前'.repeat(20)}二 < 三`])
  })
})
