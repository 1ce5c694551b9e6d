import { createRequire } from 'node:module'

/** Modules the shell offers to plugins through the import map: one instance of each in the page. */
export const SHARED = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client', 'antd', 'dayjs', '@tenon/sdk', '@tenon/sdk/components']

const COMMON_JS = new Set(['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client', 'dayjs'])
const PREFIX = 'virtual:shared/'

export const entryName = specifier => 'shared-' + specifier.replace(/[@/]+/g, '-').replace(/^-/, '')

/** Inputs of the shell's build: one per shared module. */
export function sharedInputs() {
  return Object.fromEntries(SHARED.map(specifier => [entryName(specifier), PREFIX + specifier]))
}

/** Gives every shared module an entry of its own; CommonJS modules get their exports by name. */
export function sharedEntries(root) {
  const require = createRequire(root + '/package.json')
  return {
    name: 'tenon-shared-entries',
    resolveId: id => (id.startsWith(PREFIX) ? '\0' + id : null),
    load(id) {
      if (!id.startsWith('\0' + PREFIX)) return null
      const specifier = id.slice(PREFIX.length + 1)
      if (!COMMON_JS.has(specifier)) return `export * from '${specifier}'`
      const names = Object.keys(require(specifier)).filter(name => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default')
      return `import m from '${specifier}'\nexport default m\n` +
        names.map(name => `export const ${name} = m.${name}`).join('\n')
    },
  }
}
