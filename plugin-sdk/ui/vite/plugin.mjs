import { createHash } from 'node:crypto'
import { SHARED } from './shared.mjs'

/** Encloses a plugin's style sheet in its own layer and its own part of the page. */
function scope(id) {
  const prefix = `:where([data-plugin="${id}"])`
  return {
    postcssPlugin: 'tenon-scope',
    Once(root, { AtRule }) {
      root.walkRules(rule => {
        if (rule.parent?.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return
        rule.selectors = rule.selectors.map(selector => `${prefix} ${selector}`)
      })
      const layer = new AtRule({ name: 'layer', params: 'plugin', nodes: root.nodes })
      root.removeAll()
      root.append(layer)
    },
  }
}

/** ui.json tells the server the entry, its style sheets, a hash of the content, and where pages and widgets belong. */
function describe({ id, version, ...contributed }) {
  return {
    name: 'tenon-plugin-description',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = Object.keys(bundle).filter(name => !name.endsWith('.map')).sort()
        const hash = createHash('sha256')
        for (const name of files) hash.update(name).update(bundle[name].code ?? bundle[name].source)
        const description = {
          id, version, sdk: 1, entry: 'index.js', hash: hash.digest('hex').slice(0, 12), ...contributed,
          css: files.filter(name => name.endsWith('.css')),
        }
        this.emitFile({ type: 'asset', fileName: 'ui.json', source: JSON.stringify(description, null, 2) })
      },
    },
  }
}

/**
 * The Vite configuration of a plugin's user interface.
 * `routes: [{ path, page }]`, `slots: [{ slot, widget, title, size, permission }]`, `commands: [{ id, label, path }]`; titles and labels are text keys of the area. `size` is `small` or `wide`
 * (on the start page), `permission` says who sees the widget: a function or `<type>:<action>`.
 */
export function tenonPlugin({ id, version, entry = 'index.ts', outDir = 'dist', plugins = [], routes = [], slots = [], commands = [] }) {
  return {
    plugins: [...plugins, describe({ id, version, routes, slots, commands })],
    define: { 'process.env.NODE_ENV': '"production"' },
    css: {
      modules: { generateScopedName: `${id.replaceAll('.', '-')}-[local]-[hash:base64:5]` },
      postcss: { plugins: [scope(id)] },
    },
    build: {
      target: 'es2022', cssCodeSplit: false, sourcemap: true, outDir, emptyOutDir: true,
      lib: { entry, formats: ['es'], fileName: () => 'index.js', cssFileName: 'style' },
      rolldownOptions: {
        external: specifier => SHARED.includes(specifier),
        output: { minify: true, chunkFileNames: 'c-[hash].js', assetFileNames: 'style[extname]' },
      },
    },
  }
}
