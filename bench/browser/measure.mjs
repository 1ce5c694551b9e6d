import { chromium } from 'playwright-core'

/**
 * Measures the shell in Chromium against a running system: `BASE=http://localhost:8181 LOGIN=admin PASSWORD=… node bench/browser/measure.mjs`.
 * Prints one line of a table for each figure; nothing is asserted. LIST names a list of which there is something to page through.
 */
const BASE = process.env.BASE ?? 'http://localhost:8181'
const { LOGIN = 'admin', PASSWORD = '', LIST = '/customers/customers', CHROMIUM = '/usr/bin/chromium' } = process.env
const TIMES = 5
const PAGES = 200

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--js-flags=--expose-gc', '--enable-precise-memory-info'] })
const context = await browser.newContext({ baseURL: BASE, locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
const page = await context.newPage()
const client = await context.newCDPSession(page)
await client.send('Network.enable')

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const say = (what, measured, budget) => console.log(`| ${what} | ${measured} | ${budget} |`)
const ms = numbers => `${Math.round(median(numbers))} ms (${Math.round(Math.min(...numbers))}–${Math.round(Math.max(...numbers))})`

/** Milliseconds from the action to the first frame in which `found` is there. */
async function timed(action, found) {
  await page.evaluate(selector => {
    window.measured = new Promise(resolve => {
      const begun = () => performance.now()
      let start = null
      const mark = () => { start ??= begun() }
      for (const event of ['keydown', 'pointerdown']) addEventListener(event, mark, { capture: true, once: true })
      const look = () => {
        if (start !== null && document.querySelector(selector)) requestAnimationFrame(() => resolve(performance.now() - start))
        else requestAnimationFrame(look)
      }
      look()
    })
  }, found)
  await action()
  return page.evaluate(() => window.measured)
}

const signIn = await context.request.post('/api/identity/session', { data: { login: LOGIN, password: PASSWORD } })
if (!signIn.ok()) throw new Error(`not signed in: ${signIn.status()}`)

let bytes = 0, requests = 0
client.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; requests++ })
const menu = [], load = []
for (let round = 0; round < TIMES; round++) {
  await client.send('Network.clearBrowserCache')
  bytes = requests = 0
  await page.goto('/', { waitUntil: 'commit' })
  await page.waitForSelector('.nav-entry')
  menu.push(await page.evaluate(() => performance.now()))
  // What is fetched when nothing else is to do is no part of the first load.
  await page.waitForTimeout(1000)
  load.push({ bytes, requests })
}
say('first load, compressed', `${Math.round(median(load.map(one => one.bytes)) / 1024)} KB, ${median(load.map(one => one.requests))} requests`, '≤ 330 KB')
say('menu to be seen after navigation, cold cache', ms(menu), '≤ 1,200 ms')

const palette = []
await page.waitForTimeout(2000)
for (let round = 0; round < TIMES; round++) {
  palette.push(await timed(() => page.keyboard.press('Control+k'), '#palette-list [role=option]'))
  await page.keyboard.press('Escape')
  await page.waitForSelector('#palette-list', { state: 'detached' })
}
say('palette to be used after Ctrl-K', ms(palette), '≤ 100 ms')

await page.goto(LIST)
await page.waitForSelector('tbody tr')
await page.waitForTimeout(1000)
const turns = []
for (let round = 0; round < TIMES * 2; round++) {
  const next = page.locator('.pager button').last()
  if (await next.count() === 0 || await next.isDisabled()) break
  const [answer] = await Promise.all([
    page.waitForResponse(response => response.url().includes(`/api${LIST}`) && response.url().includes('cursor='), { timeout: 5000 }).catch(() => null),
    (async () => {
      await page.evaluate(() => {
        const before = document.querySelector('tbody tr th, tbody tr td a')?.textContent
        window.arrived = null
        const fetched = window.fetch
        window.fetch = async (...given) => { const got = await fetched(...given); if (String(given[0]).includes('cursor=')) { const text = got.clone(); void text.text().then(() => { window.arrived = performance.now() }) } return got }
        window.turned = new Promise(resolve => {
          const look = () => document.querySelector('tbody tr th, tbody tr td a')?.textContent !== before
            ? requestAnimationFrame(() => { window.fetch = fetched; resolve(window.arrived === null ? null : performance.now() - window.arrived) }) : requestAnimationFrame(look)
          look()
        })
      })
      await next.click()
    })(),
  ])
  const took = await page.evaluate(() => window.turned)
  if (answer && took !== null) turns.push(took)
}
if (turns.length > 0) say('next page of a list, from its data to its rows', ms(turns), '≤ 150 ms')

await page.goto(LIST)
await page.waitForSelector('tbody tr')
const frames = await page.evaluate(() => new Promise(resolve => {
  const box = document.querySelector('.table-frame')
  const taller = [box, box.parentElement, document.querySelector('main')].find(one => one.scrollHeight > one.clientHeight + 50) ?? box
  const gaps = []
  let last = null, down = 24
  const step = now => {
    if (last !== null) gaps.push(now - last)
    last = now
    const before = taller.scrollTop
    taller.scrollTop += down
    if (taller.scrollTop === before) down = -down
    if (gaps.length < 240) requestAnimationFrame(step)
    else resolve({ gaps, rows: document.querySelectorAll('tbody tr').length })
  }
  requestAnimationFrame(step)
}))
const fps = 1000 / (frames.gaps.reduce((sum, gap) => sum + gap, 0) / frames.gaps.length)
say(`scrolling a list of ${frames.rows} rows`, `${Math.round(fps)} frames/s, ${frames.gaps.filter(gap => gap > 50).length} of ${frames.gaps.length} frames late`, '≥ 50')

const heap = async () => {
  await client.send('HeapProfiler.collectGarbage')
  const { usedSize } = await client.send('Runtime.getHeapUsage')
  return usedSize / 1024 / 1024
}
const paths = await page.locator('.nav-entry').evaluateAll(links => [...new Set(links.map(link => link.getAttribute('href')).filter(Boolean))])
const visit = async count => {
  for (let turn = 0; turn < count; turn++) {
    await page.locator(`.nav-entry[href="${paths[turn % paths.length]}"]`).first().click()
    await page.waitForSelector('main h1')
    await page.waitForTimeout(60)
  }
}
await visit(paths.length * 2)
const before = await heap()
await visit(PAGES)
const after = await heap()
say(`heap after ${PAGES} changes of the page`, `${before.toFixed(1)} → ${after.toFixed(1)} MB`, 'flat')
await browser.close()
