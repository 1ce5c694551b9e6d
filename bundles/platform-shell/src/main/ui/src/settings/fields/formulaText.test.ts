import { describe, expect, it } from 'vitest'
import { FormulaTextError, parseFormula, printFormula } from './formulaText'

describe('a formula as text', () => {
  it.each([
    ['xAmount * 1.13', { '*': [{ var: 'xAmount' }, 1.13] }],
    ['round((a + b) * 2, 1)', { round: [{ '*': [{ '+': [{ var: 'a' }, { var: 'b' }] }, 2] }, 1] }],
    ['if(a > 3 and b == "x", "big", cat("small ", name))', { if: [{ and: [{ '>': [{ var: 'a' }, 3] }, { '==': [{ var: 'b' }, 'x'] }] }, 'big', { cat: ['small ', { var: 'name' }] }] }],
    ['a - (b - c)', { '-': [{ var: 'a' }, { '-': [{ var: 'b' }, { var: 'c' }] }] }],
    ['-a', { '-': [{ var: 'a' }] }],
    ['empty(a) or true', { or: [{ empty: [{ var: 'a' }] }, true] }],
  ])('%s is read and written', (text, json) => {
    expect(parseFormula(text)).toEqual(json)
    expect(printFormula(json)).toBe(text)
  })

  it.each(['a +', '(a', 'a b', 'cat("x"', '§'])('%s is refused', text => expect(() => parseFormula(text)).toThrow(FormulaTextError))
})
