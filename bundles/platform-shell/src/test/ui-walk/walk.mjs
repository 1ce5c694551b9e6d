import { readFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { steps } from './steps.mjs'

/**
 * Walks through the shell in Chromium and lets axe look at every page: `BASE=http://localhost:8090 npm run walk`.
 * SHOTS names a folder for pictures. Ends with `N passed, N failed`.
 */
const BASE = process.env.BASE ?? 'http://localhost:8090'
const LOGIN = process.env.LOGIN ?? 'admin', PASSWORD = process.env.PASSWORD ?? 'tenon'
const SHOTS = process.env.SHOTS
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const LOOKS = [
  { name: 'light', colorScheme: 'light', locale: 'zh-CN', viewport: { width: 1360, height: 860 } },
  { name: 'dark', colorScheme: 'dark', locale: 'zh-TW', viewport: { width: 1360, height: 860 } },
  { name: 'phone', colorScheme: 'light', locale: 'en', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  { name: 'phone-dark', colorScheme: 'dark', locale: 'zh-CN', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
].filter(look => !process.env.LOOK || process.env.LOOK === look.name)

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS })
let passed = 0, failed = 0
const check = (name, problems) => {
  if (problems.length === 0) return void passed++
  failed++
  console.log(`FAILED ${name}\n  ${problems.join('\n  ')}`)
}

async function look(page, name) {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(rules => window.axe.run(document, { runOnly: rules }), RULES)
  check(`${name}: axe`, violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? n.failureSummary ?? '').slice(0, 160)).join(' | ')}`))
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  check(`${name}: no horizontal scroll`, wide > 0 ? [`${wide} px too wide`] : [])
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name.replaceAll(' ', '-')}.png` })
}

if (SHOTS) await mkdir(SHOTS, { recursive: true })
for (const { name, ...options } of LOOKS) {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  const noise = []
  page.on('console', message => { if (message.type() === 'error' && !/status of (4\d\d)/.test(message.text())) noise.push(message.text().slice(0, 300)) })
  page.on('pageerror', error => noise.push(String(error).slice(0, 300)))
  for (const [step, run] of steps({ page, base: BASE, login: LOGIN, password: PASSWORD, phone: !!options.isMobile })) {
    try {
      if ((await run()) === false) continue
      await page.waitForTimeout(450)
      await look(page, `${name} ${step}`)
    } catch (error) {
      check(`${name} ${step}`, [String(error).split('\n')[0]])
    }
  }
  check(`${name}: nothing in the console`, noise)
  await context.close()
}
await browser.close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
