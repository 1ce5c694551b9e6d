import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import postcss from 'postcss'

const FIRST = 'virtual:antd/first.css'
const REST = 'virtual:antd/rest.css'

/**
 * antd's static style sheet in two parts: what the frame needs at once, and the rest, which comes with the first page.
 * `first` names components by their class, such as `btn` for `.ant-btn`.
 */
export function splitAntdStyles(root, first) {
  const require = createRequire(root + '/package.json')
  const wanted = new Set(first)
  let parts
  const split = () => {
    const css = postcss.parse(readFileSync(require.resolve('antd/dist/antd.css'), 'utf8'))
    const taken = [], rest = []
    css.each(node => {
      const text = node.toString()
      const component = node.type === 'atrule' && node.name === 'keyframes' ? 'keyframes' : /\.ant-([a-z]+)/.exec(text)?.[1] ?? ''
      ;(component === '' || component === 'keyframes' || wanted.has(component) ? taken : rest).push(text)
    })
    const layer = rules => `@layer antd{${rules.join('\n')}}`
    return { [FIRST]: layer(taken), [REST]: layer(rest) }
  }
  return {
    name: 'tenon-antd-styles',
    resolveId: id => (id === FIRST || id === REST ? '\0' + id : null),
    load(id) {
      if (id !== '\0' + FIRST && id !== '\0' + REST) return null
      parts ??= split()
      return parts[id.slice(1)]
    },
  }
}
