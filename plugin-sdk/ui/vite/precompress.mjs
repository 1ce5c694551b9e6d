import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TEXT = /\.(js|css|svg|json|html)$/
const SMALLEST = 1024

/** Writes .br and .gz beside every asset worth it; the server picks by Accept-Encoding. */
export function precompress() {
  let out = ''
  return {
    name: 'tenon-precompress',
    apply: 'build',
    configResolved: config => { out = config.build.outDir },
    async closeBundle() {
      const folder = join(out, 'assets')
      for (const name of await readdir(folder)) {
        if (!TEXT.test(name)) continue
        const bytes = await readFile(join(folder, name))
        if (bytes.length < SMALLEST) continue
        const [br, gz] = await Promise.all([
          promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
          promisify(gzip)(bytes, { level: 9 }),
        ])
        await Promise.all([writeFile(join(folder, name + '.br'), br), writeFile(join(folder, name + '.gz'), gz)])
      }
    },
  }
}
