/** Formulas as people write them, `round(xAmount * 1.13, 2)`, to and from the JSON the server keeps. */

export class FormulaTextError extends Error {}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*")|([A-Za-z_]\w*)|(==|!=|<=|>=|[-+*/()<>,!]))/y
const LEVELS = [['or'], ['and'], ['==', '!=', '<', '<=', '>', '>='], ['+', '-'], ['*', '/']]
const WORDS: Record<string, unknown> = { true: true, false: false, null: null }

/** @throws FormulaTextError saying where it stops being a formula */
export function parseFormula(text: string): unknown {
  const tokens: { text: string; at: number }[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (!found) throw new FormulaTextError(text.slice(at).trim().slice(0, 20))
    tokens.push({ text: found[0].trim(), at })
  }
  let next = 0
  const peek = () => tokens[next]?.text
  const take = (wanted?: string) => {
    const token = peek()
    if (token === undefined || (wanted !== undefined && token !== wanted)) throw new FormulaTextError(token ?? '…')
    next++
    return token
  }
  const level = (depth: number): unknown => {
    const operators = LEVELS[depth]
    if (!operators) return single()
    let left = level(depth + 1)
    while (operators.includes(peek() ?? '')) {
      const operator = take()
      left = { [operator]: [left, level(depth + 1)] }
    }
    return left
  }
  const single = (): unknown => {
    const token = take()
    if (token === '(') {
      const inner = level(0)
      take(')')
      return inner
    }
    if (token === '-') return { '-': [single()] }
    if (token === '!') return { '!': [single()] }
    if (/^\d/.test(token)) return Number(token)
    if (token.startsWith('"')) return JSON.parse(token)
    if (!/^[A-Za-z_]/.test(token)) throw new FormulaTextError(token)
    if (peek() !== '(') return token in WORDS ? WORDS[token] : { var: token }
    take('(')
    const operands: unknown[] = []
    while (peek() !== ')') {
      operands.push(level(0))
      if (peek() !== ')') take(',')
    }
    take(')')
    return { [token]: operands }
  }
  const formula = level(0)
  if (next < tokens.length) throw new FormulaTextError(tokens[next]!.text)
  return formula
}

/** The text a formula is written as; what {@link parseFormula} reads gives the same formula again. */
export function printFormula(json: unknown, outer = -1): string {
  if (json === null || json === undefined) return outer < 0 && json === undefined ? '' : 'null'
  if (typeof json !== 'object') return JSON.stringify(json)
  const [operator, given] = Object.entries(json)[0] as [string, unknown]
  if (operator === 'var') return String(given)
  const operands = Array.isArray(given) ? given : [given]
  const depth = LEVELS.findIndex(operators => operators.includes(operator))
  if (operator === '!' || (operator === '-' && operands.length === 1)) return operator + printFormula(operands[0], LEVELS.length)
  if (depth < 0 || operands.length < 2) return `${operator}(${operands.map(one => printFormula(one, 0)).join(', ')})`
  const text = operands.map((one, index) => printFormula(one, index === 0 ? depth : depth + 1)).join(` ${operator} `)
  return depth < outer ? `(${text})` : text
}
