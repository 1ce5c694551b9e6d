import { chromium } from 'playwright-core'
import { api, fill } from './company.mjs'
import { arrivals, heap, median, ms, say, since, timed } from './watch.mjs'

/**
 * Measures the shell in Chromium against a running system: `BASE=http://localhost:8181 LOGIN=admin PASSWORD=… node bench/browser/measure.mjs`.
 * Prints one line of a table for each figure; nothing is asserted. ROWS customers with a contact each are imported first.
 */
const { BASE = 'http://localhost:8181', LOGIN = 'admin', PASSWORD = '', CHROMIUM = '/usr/bin/chromium', ROWS = '10000' } = process.env
const LIST = '/customers/customers'
const OTHER = '/customers/contacts'
const ROW = 'tbody tr[data-id]'
const TIMES = 7
const PAGES = 200

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--js-flags=--expose-gc', '--enable-precise-memory-info'] })
const look = { baseURL: BASE, locale: 'zh-CN', viewport: { width: 1440, height: 900 } }

async function signedIn() {
  const context = await browser.newContext(look)
  const signIn = await context.request.post('/api/identity/session', { data: { login: LOGIN, password: PASSWORD } })
  if (!signIn.ok()) throw new Error(`not signed in: ${signIn.status()}`)
  return { context, call: api(context.request, (await signIn.json()).csrf) }
}

const { context, call } = await signedIn()
await fill(call, Number(ROWS))

await firstLoad(await context.newPage())
await palette(await context.newPage())
await switches(await context.newPage())
await skeleton(await context.newPage())
await scrolling(await context.newPage())
await live(await (await signedIn()).context.newPage())
await memory(await context.newPage())
await browser.close()

/** What the network carries and when the menu is there, with nothing in the browser's cache. */
async function firstLoad(page) {
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  let bytes = 0, requests = 0
  client.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; requests++ })
  const menu = [], load = []
  for (let round = 0; round < TIMES; round++) {
    await client.send('Network.clearBrowserCache')
    bytes = requests = 0
    await page.goto('/', { waitUntil: 'commit' })
    await page.waitForSelector('.nav-entry', { polling: 'raf' })
    menu.push(await page.evaluate(() => performance.now()))
    // What is fetched when nothing else is to do is no part of the first load.
    await page.waitForTimeout(1000)
    load.push({ bytes, requests })
  }
  say('first load, compressed', `${Math.round(median(load.map(one => one.bytes)) / 1024)} KB in ${median(load.map(one => one.requests))} requests`, '≤ 330 KB')
  say('menu to be seen after navigation, cold cache', ms(menu), '≤ 1,200 ms')
  await page.close()
}

async function palette(page) {
  await page.goto('/')
  await page.waitForSelector('.nav-entry')
  await page.waitForTimeout(3000)
  const times = []
  for (let round = 0; round < TIMES; round++) {
    times.push(await timed(page, () => page.keyboard.press('Control+k'), '#palette-list [role=option]'))
    await page.keyboard.press('Escape')
    await page.waitForSelector('#palette-list', { state: 'detached' })
  }
  say('palette to be used after Ctrl-K, the first time', `${Math.round(times[0])} ms`, '≤ 100 ms')
  say('palette to be used after Ctrl-K, later', ms(times.slice(1)), '≤ 100 ms')
  await page.close()
}

/** From the last byte of a list's data to the frame that shows its rows: another list, and the rows that follow when one nears the end. */
async function switches(page) {
  await arrivals(page)
  const others = [], further = [], shifts = []
  for (let round = 0; round < TIMES; round++) {
    await page.goto(LIST)
    await page.waitForSelector(ROW)
    await page.waitForTimeout(500)
    shifts.push(await page.evaluate(() => window.shifts.reduce((sum, one) => sum + one.value, 0)))
    further.push(await since(page, `/api${LIST}`, () => page.evaluate(() => { const frame = document.querySelector('.table-frame'); frame.scrollTop = frame.scrollHeight }),
      `[...document.querySelectorAll('${ROW}')].some(row => !window.before.has(row.dataset.id))`))
    others.push(await since(page, `/api${OTHER}`, () => page.locator(`.nav-entry[href="${OTHER}"]`).click(),
      `(row => row && !window.before.has(row.dataset.id))(document.querySelector('${ROW}'))`))
  }
  say('another list, from its data to its rows', ms(others), '≤ 150 ms')
  say('further rows of a list, from their data to their rows', ms(further), '≤ 150 ms')
  say('layout shift of a list while it arrives (CLS)', median(shifts).toFixed(3), '≤ 0.1')
  await page.close()
}

/** A list whose data takes two seconds: when a click shows that something is coming. */
async function skeleton(page) {
  await page.route(url => url.pathname === `/api${OTHER}`, async route => { await new Promise(done => setTimeout(done, 2000)); await route.continue().catch(() => {}) })
  const times = []
  for (let round = 0; round < TIMES; round++) {
    await page.goto(LIST)
    await page.waitForSelector(ROW)
    await page.waitForTimeout(500)
    times.push(await timed(page, () => page.locator(`.nav-entry[href="${OTHER}"]`).click(), '.page-skeleton'))
  }
  say('skeleton to be seen after a click', ms(times), '≤ 100 ms')
  await page.close()
}

/** Walks a list to its end, then scrolls through all of it, 16 rows a frame, and again at the pace of a wheel. */
async function scrolling(page) {
  await page.goto(LIST)
  await page.waitForSelector(ROW)
  const rows = await page.evaluate(async () => {
    const frame = document.querySelector('.table-frame')
    let height = 0, since = performance.now()
    while (document.querySelector('.coming') || performance.now() - since < 1000) {
      if (frame.scrollHeight !== height) { height = frame.scrollHeight; since = performance.now() }
      if (performance.now() - since > 10_000) break
      frame.scrollTop = frame.scrollHeight
      await new Promise(requestAnimationFrame)
    }
    return Math.floor(frame.scrollHeight / document.querySelector('tbody tr[data-id]').offsetHeight) - 1
  })
  for (const [what, step] of [['16 rows a frame', 640], ['3 rows a frame', 120]]) {
    const gaps = await page.evaluate(async down => {
      const frame = document.querySelector('.table-frame')
      frame.scrollTop = 0
      await new Promise(done => setTimeout(done, 1000))
      const times = [await new Promise(requestAnimationFrame)]
      while (times.length < 600 && frame.scrollTop + frame.clientHeight < frame.scrollHeight - 1) {
        frame.scrollTop += down
        times.push(await new Promise(requestAnimationFrame))
      }
      return times.slice(1).map((time, index) => time - times[index])
    }, step)
    const fps = gaps.length * 1000 / gaps.reduce((sum, gap) => sum + gap, 0)
    say(`scrolling a list of ${rows.toLocaleString('en')} rows, ${what}`, `${Math.round(fps)} frames/s, ${gaps.filter(gap => gap > 34).length} of ${gaps.length} late`, '≥ 50')
  }
  await page.close()
}

/** From the moment a change is sent to the frame in which another member's open list shows it. */
async function live(page) {
  await page.goto(LIST)
  await page.waitForSelector(ROW)
  await page.waitForTimeout(2000)
  const times = []
  for (let round = 0; round < TIMES; round++) {
    const id = await page.locator(ROW).nth(round).getAttribute('data-id')
    const { version } = await call('get', `/api${LIST}/${id}`)
    const name = `改名${Date.now()}公司`
    const start = Date.now()
    await call('patch', `/api${LIST}/${id}`, { name }, { 'If-Match': `"${version}"` })
    await page.waitForFunction(text => document.querySelector('tbody')?.textContent.includes(text), name, { polling: 'raf', timeout: 10_000 })
    times.push(Date.now() - start)
  }
  say("a change in another browser's list", ms(times), '≤ 2,000 ms')
  await page.close()
}

async function memory(page) {
  const client = await context.newCDPSession(page)
  await page.goto('/')
  await page.waitForSelector('.nav-entry')
  const paths = await page.locator('.nav-entry').evaluateAll(links => [...new Set(links.map(link => link.getAttribute('href')).filter(Boolean))])
  const visit = async count => {
    for (let turn = 0; turn < count; turn++) {
      await page.locator(`.nav-entry[href="${paths[turn % paths.length]}"]`).first().click()
      await page.waitForSelector('main h1')
      await page.waitForTimeout(60)
    }
  }
  await visit(paths.length * 3)
  const before = await heap(client)
  await visit(PAGES / 2)
  const between = await heap(client)
  await visit(PAGES / 2)
  const after = await heap(client)
  say(`heap before, after ${PAGES / 2} and after ${PAGES} changes of the page`, `${[before, between, after].map(one => one.toFixed(1)).join(', ')} MB`, 'flat')
  await page.close()
}
