import { expect, it } from 'vitest'
import { linkTarget } from './link'

it.each([
  ['https://tenon.example/a', 'https://tenon.example/a'], [' tenon.example ', 'https://tenon.example'], ['tenon.example:8080/x', 'https://tenon.example:8080/x'],
  ['li@tenon.example', 'mailto:li@tenon.example'], ['mailto:li@tenon.example', 'mailto:li@tenon.example'],
  ['javascript:alert(1)', null], ['data:text/html,x', null], ['', null], ['报价', null], ['a b.example', null],
])('a link to "%s" leads to %s', (typed, target) => expect(linkTarget(typed)).toBe(target))
