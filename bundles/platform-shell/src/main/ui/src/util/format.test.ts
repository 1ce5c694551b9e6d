import { describe, expect, it } from 'vitest'
import { formatAgo, formatDecimal, formatMoney, formatTotal } from './format'

describe('numbers', () => {
  it('lose no digit and no more than trailing zeros', () => {
    expect(formatDecimal('12345678901234567.8900')).toBe('12,345,678,901,234,567.89')
    expect(formatDecimal('-1000')).toBe('-1,000')
    expect(formatDecimal('0.9500')).toBe('0.95')
    expect(formatDecimal('***')).toBe('***')
  })

  it('of money have two places at least', () => {
    expect(formatMoney({ amount: '1250.5000', currency: 'CNY' })).toBe('1,250.50 CNY')
    expect(formatMoney({ amount: '0.0001', currency: 'USD' })).toBe('0.0001 USD')
  })

  it('say when they are not the whole', () => {
    expect(formatTotal({ count: 10000, capped: true })).toBe('10,000+')
    expect(formatTotal({ count: 320, capped: false })).toBe('320')
  })
})

describe('times', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')

  it('are relative within a week, exact before', () => {
    expect(formatAgo('2026-11-23T09:00:00Z', 'en', now)).toBe('3 hours ago')
    expect(formatAgo('2026-11-22T11:00:00Z', 'zh-CN', now)).toBe('昨天')
    expect(formatAgo('2025-11-01T09:00:00Z', 'en', now)).toContain('2025')
  })

  it('of this year go without it', () => {
    expect(formatAgo('2026-09-25T09:00:00Z', 'en', now)).toMatch(/^Sep 25, \d\d:00$/)
    expect(formatAgo('2026-09-25T09:00:00Z', 'zh-CN', now)).toMatch(/^09\/25 \d\d:00$/)
  })
})
