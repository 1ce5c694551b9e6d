import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { harmless } from './harmless'

// The same as the server's tests read.
const ATTACKS = JSON.parse(readFileSync(join(process.cwd(), 'bundles/platform-records/src/test/resources/richText/attacks.json'), 'utf8')) as string[]
const KEPT = new Set(['P', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'S', 'H1', 'H2', 'H3', 'H4', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'CODE', 'A', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'HR'])

const faults = (fragment: DocumentFragment) => [...fragment.querySelectorAll('*')].flatMap(node => [
  ...(KEPT.has(node.nodeName) ? [] : [node.nodeName]),
  ...[...node.attributes].filter(({ name, value }) => !(node.nodeName === 'A' && (name === 'target' || name === 'rel' || (name === 'href' && /^(https?:\/\/|mailto:)/i.test(value)))))
    .map(({ name, value }) => `${name}=${value}`),
])

describe('formatted text that came past the server', () => {
  it.each(ATTACKS)('shows nothing that runs, loads or leads astray: %s', attack => {
    expect(faults(harmless(attack))).toEqual([])
    const around = harmless(`<p>before</p>${attack}`)
    expect(faults(around)).toEqual([])
    expect(around.firstElementChild?.textContent).toBe('before')
  })

  it('keeps what is written, and opens links elsewhere', () => {
    const place = document.createElement('div')
    place.replaceChildren(harmless('<h3>报价</h3><ul><li><p><strong>含税</strong></p></li></ul><p><a href="https://tenon.example/" rel="x">a</a></p>'))
    expect(place.innerHTML).toBe('<h3>报价</h3><ul><li><p><strong>含税</strong></p></li></ul><p><a href="https://tenon.example/" target="_blank" rel="noopener noreferrer">a</a></p>')
  })
})
