import { createHash } from 'node:crypto'
import { entryName, SHARED } from './shared.mjs'

/**
 * Writes the import map into index.html, before every module script, and its hash into csp.json.
 * Chunks named in `preload` and what they import statically are fetched together with the entry.
 */
export function importMap({ preload = [] } = {}) {
  let hash = ''
  return {
    name: 'tenon-import-map',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return html
        const chunks = Object.values(bundle).filter(part => part.type === 'chunk')
        const imports = Object.fromEntries(SHARED.map(specifier =>
          [specifier, '/' + chunks.find(chunk => chunk.isEntry && chunk.name === entryName(specifier)).fileName]))
        const map = JSON.stringify({ imports })
        hash = createHash('sha256').update(map).digest('base64')
        const wanted = new Set()
        const want = name => {
          if (wanted.has(name)) return
          wanted.add(name)
          for (const next of bundle[name]?.imports ?? []) want(next)
        }
        chunks.filter(chunk => preload.includes(chunk.name)).forEach(chunk => want(chunk.fileName))
        const links = [...wanted].filter(name => !html.includes(name))
          .map(name => `<link rel="modulepreload" href="/${name}">`).join('')
        const script = `<script type="importmap">${map}</script>`
        return html.replace(/<script type="module"|<link rel="modulepreload"/, `${script}$&`).replace('</head>', `${links}</head>`)
      },
    },
    generateBundle: {
      order: 'post',
      handler() {
        this.emitFile({ type: 'asset', fileName: 'csp.json', source: JSON.stringify({ importMap: `sha256-${hash}` }) })
      },
    },
  }
}
