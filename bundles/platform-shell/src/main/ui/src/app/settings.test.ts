import { describe, expect, it } from 'vitest'
import { adoptSettings, changeSettings, currentSettings, preferredLanguage } from './settings'

describe('language', () => {
  it.each([
    [['zh-HK', 'en'], 'zh-TW'], [['zh-Hant-TW'], 'zh-TW'], [['zh'], 'zh-CN'], [['zh-SG'], 'zh-CN'], [['fr', 'en-GB'], 'en'], [['fr'], 'zh-CN'], [[], 'zh-CN'],
  ] as const)('for %j is %s', (wanted, language) => expect(preferredLanguage(wanted)).toBe(language))

  it('is known to the page before the first call', () => {
    changeSettings({ language: 'zh-TW' })
    expect(document.documentElement.lang).toBe('zh-TW')
  })

  it('of the member wins, nonsense does not', () => {
    adoptSettings('en', { theme: 'dark', density: 'huge' })
    expect(currentSettings()).toMatchObject({ language: 'en', theme: 'dark', density: 'middle' })
    adoptSettings('xx', {})
    expect(currentSettings().language).toBe('en')
  })
})
