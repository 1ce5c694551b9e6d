// Builds the web shell for Maven, and does nothing when nothing changed: npm ci follows the lock file, the build its sources.
// Usage: node build/maven.mjs <output folder>
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const target = resolve(process.argv[2])
const installed = join(root, 'node_modules/.tenon-lock')
const built = join(target, 'ui.stamp')
const SOURCES = ['bundles/platform-shell/src/main/ui', 'plugin-sdk/ui', 'package-lock.json']

function files(path) {
  if (!existsSync(path)) throw new Error(`${path} is missing`)
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter(entry => entry.name !== 'node_modules' && entry.name !== 'dist')
      .flatMap(entry => (entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)]))
      .sort()
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}

function hash(paths) {
  const sum = createHash('sha256')
  for (const path of paths.flatMap(part => files(join(root, part)))) sum.update(path.slice(root.length)).update(readFileSync(path))
  return sum.digest('hex')
}

function run(...command) {
  console.log('ui: ' + command.join(' '))
  const { status, error } = spawnSync(command[0], command.slice(1), { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (error || status !== 0) {
    console.error(error?.code === 'ENOENT' ? 'ui: npm was not found; install Node 20 or later, or build with -Dui.skip=true' : `ui: failed with ${status}`)
    process.exit(1)
  }
}

const stamp = path => (existsSync(path) ? readFileSync(path, 'utf8') : '')

const lock = hash(['package-lock.json'])
if (stamp(installed) !== lock) {
  run('npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund')
  writeFileSync(installed, lock)
}
const sources = hash(SOURCES)
if (stamp(built) !== sources || !existsSync(join(target, 'ui/index.html'))) {
  mkdirSync(target, { recursive: true })
  run('npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn')
  writeFileSync(built, sources)
} else {
  console.log('ui: unchanged')
}
// Maven copies and never removes: files of earlier builds would be packed for ever.
rmSync(join(target, 'classes/ui'), { recursive: true, force: true })
