import { describe, expect, it } from 'vitest'
import { csvCell, refusedCsv } from './report'

describe('the list of refused rows', () => {
  it('opens in a spreadsheet with Chinese whole', () => {
    const text = refusedCsv([{ line: 17, field: '信用代码', name: 'creditCode', value: 'a,"b"', reason: '应为 18 位' }], ['行号', '列', '内容', '原因'])
    expect(text).toBe('\ufeff行号,列,内容,原因\r\n17,信用代码,"a,""b""",应为 18 位\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('makes %j text, not a formula', value => {
    expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/)
  })

  it('leaves nothing for an empty value', () => {
    expect(csvCell(null)).toBe('')
  })
})
