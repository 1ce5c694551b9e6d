import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCE = join(process.cwd(), 'bundles/platform-shell/src/main/ui/src')
const LANGUAGES = ['zh-CN', 'zh-TW', 'en']
const TOPICS = readdirSync(join(SOURCE, 'i18n', 'en')).filter(file => file.endsWith('.json'))

type Texts = Record<string, string>

const texts = Object.fromEntries(LANGUAGES.map(language => [language, Object.assign({}, ...TOPICS.map(topic =>
  JSON.parse(readFileSync(join(SOURCE, 'i18n', language, topic), 'utf8')) as Texts)) as Texts]))

const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? files(join(folder, entry.name)) : /(?<!\.test)\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [])

const code = files(SOURCE).map(file => readFileSync(file, 'utf8')).join('\n')
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort()

/** What English says of one; Chinese says it as of many. */
const ONE = '_one'

describe('texts', () => {
  it.each(LANGUAGES)('of %s have every key the others have, none of them empty', language => {
    expect(Object.keys(texts[language]!).filter(key => !key.endsWith(ONE)).sort()).toEqual(Object.keys(texts['zh-CN']!).sort())
    expect(Object.entries(texts[language]!).filter(([, text]) => text.trim() === '' && text !== ' or ')).toEqual([])
  })

  it('name the same values in every language', () => {
    for (const [key, text] of Object.entries(texts['zh-CN']!)) {
      for (const language of LANGUAGES) expect(placeholders(texts[language]![key]!), `${key} in ${language}`).toEqual(placeholders(text))
    }
  })

  it('of one thing say the same as those of many, of values the code counts', () => {
    const singular = Object.keys(texts.en!).filter(key => key.endsWith(ONE))
    expect(singular.length).toBeGreaterThan(10)
    for (const key of singular) expect(placeholders(texts.en![key]!), key).toEqual(placeholders(texts.en![key.slice(0, -ONE.length)]!))
    expect(LANGUAGES.filter(language => language !== 'en').flatMap(language => Object.keys(texts[language]!).filter(key => key.endsWith(ONE)))).toEqual([])
  })

  it('exist for every key the code asks for', () => {
    const asked = [...code.matchAll(/\bt\('([^']+)'/g)].map(match => match[1]!)
    expect(asked.filter(key => !(key in texts.en!))).toEqual([])
    expect(asked.length).toBeGreaterThan(150)
  })

  it('exist for every family of keys the code composes', () => {
    const families = [...code.matchAll(/\bt\(`([a-zA-Z.]+)\$\{/g)].map(match => match[1]!)
    expect(families.filter(family => !Object.keys(texts.en!).some(key => key.startsWith(family)))).toEqual([])
  })

  it('are all used', () => {
    const families = [...code.matchAll(/`([a-zA-Z]+\.[a-zA-Z.]*)\$\{/g)].map(match => match[1]!)
    const unused = Object.keys(texts.en!).filter(key => !key.endsWith(ONE) && !code.includes(`'${key}'`) && !families.some(family => key.startsWith(family)))
    expect(unused).toEqual([])
  })

  it('shout at nobody', () => {
    for (const language of LANGUAGES) expect(Object.entries(texts[language]!).filter(([, text]) => /[!！]/.test(text))).toEqual([])
  })

  it('of zh-TW are Traditional', () => {
    const simplified = /[们这为时应样长东车门问间见开关发经务业过无与书还进远连请认识语读让设证评词试话该详谁调谈选择显视频级组织续维综网络页项顺须题额风饭馆驱验骑马鱼鸟删储导数据编辑记录单]/
    expect(Object.entries(texts['zh-TW']!).filter(([, text]) => simplified.test(text))).toEqual([])
  })
})
