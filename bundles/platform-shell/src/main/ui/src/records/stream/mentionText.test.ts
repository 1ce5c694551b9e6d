import { describe, expect, it } from 'vitest'
import { parts, toBody, toText } from './mentionText'

const ZHANG = { id: '0M3K9Z2T4X5QA', name: '张伟' }
const ZHANGS = { id: '0M3K9Z2T4X5QB', name: '张伟强' }

describe('mentions in comments', () => {
  it('become references and come back, also where one name begins with another', () => {
    const body = toBody('请 @张伟强 和 @张伟 跟进', [ZHANG, ZHANGS])
    expect(body).toBe(`请 @[${ZHANGS.id}] 和 @[${ZHANG.id}] 跟进`)
    expect(toText(body, [ZHANG, ZHANGS])).toBe('请 @张伟强 和 @张伟 跟进')
  })

  it('leave names alone that nobody picked', () => {
    expect(toBody('@张伟 a@b.example', [])).toBe('@张伟 a@b.example')
  })

  it('split the text for showing, keeping what is no known member', () => {
    expect(parts(`@[${ZHANG.id}] 你好 @[0000000000000]`, [ZHANG])).toEqual([ZHANG, ' 你好 @[0000000000000]'])
    expect(parts('', [])).toEqual([])
  })
})
