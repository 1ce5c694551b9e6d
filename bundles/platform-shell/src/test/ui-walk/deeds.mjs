import { chromium } from 'playwright-core'

/** What people do, against the mock or a server with the customers area: `BASE=… npm run deeds`. Ends with `N passed, N failed`. */
const BASE = process.env.BASE ?? 'http://localhost:8090'
const LOGIN = process.env.LOGIN ?? 'admin', PASSWORD = process.env.PASSWORD ?? 'tenon', ONLY = process.env.ONLY
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const TYPE = '/customers/customers'
const NAME = `甲乙丙测试有限公司${Date.now() % 100000}`

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS })
const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, locale: 'zh-CN' })
context.setDefaultTimeout(10_000)
const page = await context.newPage()
const violations = []
const watch = tab => tab.on('console', message => { if (/Content Security Policy/.test(message.text())) violations.push(message.text().slice(0, 200)) })
watch(page)
let passed = 0, failed = 0

async function deed(name, work) {
  if (ONLY && !name.includes(ONLY)) return
  try {
    await work()
    passed++
  } catch (error) {
    failed++
    console.log(`FAILED ${name}\n  ${String(error.stack ?? error).split('\n').slice(0, 4).join('\n  ')}`)
  }
}
const truth = (value, what) => { if (!value) throw new Error(what) }
const seen = (selector, where = page) => where.waitForSelector(selector, { state: 'visible' })
const text = (words, where = page) => where.getByText(words, { exact: false }).first().waitFor()
const record = (method, path, body, headers = {}) => page.evaluate(async ([m, p, b, h]) => {
  const { csrf } = await (await fetch('/api/identity/session')).json()
  const answer = await fetch(p, { method: m, body: b && JSON.stringify(b), headers: { 'Content-Type': 'application/json', 'X-Tenon-Csrf': csrf, ...h } })
  return { status: answer.status, body: await answer.json().catch(() => null) }
}, [method, path, body, headers])

await page.goto(BASE + TYPE)
await seen('#login')
await page.fill('#login', LOGIN)
await page.fill('#password', PASSWORD)
await page.keyboard.press('Enter')
await seen('.list-page')
let id

await deed('a new record is created by keyboard and opens', async () => {
  await page.keyboard.press('c')
  await seen('.form-page')
  await page.fill('#field-name', NAME)
  await page.keyboard.press('Control+Enter')
  await seen('.record-page')
  id = page.url().split('/').pop()
  await text(NAME)
})

await deed('a section is edited in place and the timeline tells it', async () => {
  await page.keyboard.press('e')
  await seen('.card.editing')
  await page.fill('#field-name', NAME + '二')
  await page.keyboard.press('Control+Enter')
  await page.waitForSelector('.card.editing', { state: 'detached' })
  await text(NAME + '二')
  await page.locator('.timeline .was').first().waitFor()
})

await deed('a change by somebody else shows without reload', async () => {
  const { body } = await record('GET', `/api${TYPE}/${id}`)
  await record('PATCH', `/api${TYPE}/${id}`, { name: NAME + '三' }, { 'If-Match': `"${body.version}"`, 'Content-Type': 'application/merge-patch+json' })
  await page.locator('h1', { hasText: NAME + '三' }).waitFor()
})

await deed('a conflict shows both values and the choice is kept', async () => {
  await page.keyboard.press('e')
  await seen('.card.editing')
  const { body } = await record('GET', `/api${TYPE}/${id}`)
  await record('PATCH', `/api${TYPE}/${id}`, { name: NAME + '四' }, { 'If-Match': `"${body.version}"`, 'Content-Type': 'application/merge-patch+json' })
  await page.fill('#field-name', NAME + '五')
  await page.keyboard.press('Control+Enter')
  await seen('.ant-modal table')
  await text(NAME + '四', page.locator('.ant-modal'))
  await page.locator('.ant-modal .ant-btn-primary').click()
  await page.locator('h1', { hasText: NAME + '五' }).waitFor()
})

await deed('unsaved input is asked about, and kept', async () => {
  await page.keyboard.press('e')
  await seen('.card.editing')
  await page.fill('#field-name', 'X')
  await page.locator('.navigation a').first().click()
  await seen('.ant-modal')
  await page.locator('.ant-modal .ant-btn-primary').click()
  truth(await page.inputValue('#field-name') === 'X', 'input is gone')
  await page.locator('.ant-modal-wrap').first().waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await page.locator('.ant-modal-confirm .ant-btn-primary').click()
  await page.waitForSelector('.card.editing', { state: 'detached' })
})

await deed('a refused value is told beside its field and on top', async () => {
  await page.goto(`${BASE}${TYPE}/new`)
  await seen('.form-page')
  await page.fill('#field-name', NAME + '六')
  await page.fill('#field-creditCode', '123')
  await page.keyboard.press('Control+Enter')
  await seen('.error-summary a')
  await seen('#field-creditCode-error')
  await page.click('.error-summary a')
  truth(await page.evaluate(() => document.activeElement?.id) === 'field-creditCode', 'the link does not lead to the field')
})

await deed('a related record is added with its parent filled in', async () => {
  await page.goto(`${BASE}${TYPE}/${id}`)
  await page.locator('.quiet-link').first().click()
  await page.locator('.ant-modal .ant-btn').first().click({ timeout: 1000 }).catch(() => {})
  await seen('.form-page')
  await page.locator('.ant-select-content', { hasText: NAME }).first().waitFor()
  await page.fill('#field-name', '王小明')
  await page.keyboard.press('Control+Enter')
  await seen('.record-page')
  truth(page.url().endsWith(id), 'does not lead back to the parent')
  await page.locator('.record-main a', { hasText: '王小明' }).waitFor()
})

await deed('a filter stands in the address and survives a reload', async () => {
  await page.goto(BASE + TYPE)
  await seen('.records')
  await page.fill('#list-search', NAME)
  await page.waitForURL(/q=/)
  await page.locator('.records tbody tr').first().waitFor()
  await page.reload()
  await page.locator('.records tbody tr', { hasText: NAME }).waitFor()
  truth(await page.locator('.records tbody tr').count() === 1, 'more than the one record')
})

await deed('a row is peeked at, and the list stays', async () => {
  await page.locator('.records tbody td').nth(2).click()
  await seen('.peek .values')
  truth(page.url().includes('peek='), 'the address does not say so')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.peek', { state: 'detached' })
})

await deed('a record goes to the recycle bin and comes back', async () => {
  await page.goto(`${BASE}${TYPE}/${id}`)
  await page.locator('.record-header .page-actions button[aria-haspopup=menu]').click()
  await page.locator('.ant-dropdown-menu-item-danger').click()
  await seen('.list-page')
  await page.goto(`${BASE}${TYPE}?deleted=true`)
  await page.locator('.records tbody tr', { hasText: NAME }).locator('input[type=checkbox]').check()
  await page.locator('.selection-bar button').first().click()
  await page.waitForSelector('.selection-bar', { state: 'detached' })
  truth((await record('GET', `/api${TYPE}/${id}`)).body.deletedAt == null, 'still deleted')
})

await deed('seven tabs share one stream and all hear', async () => {
  const tabs = []
  for (let i = 0; i < 7; i++) {
    const tab = await context.newPage()
    watch(tab)
    await tab.goto(`${BASE}${TYPE}/${id}`)
    await seen('.record-page', tab)
    tabs.push(tab)
  }
  const { body } = await record('GET', `/api${TYPE}/${id}`)
  await record('PATCH', `/api${TYPE}/${id}`, { name: NAME + '七' }, { 'If-Match': `"${body.version}"`, 'Content-Type': 'application/merge-patch+json' })
  for (const tab of tabs) await tab.locator('h1', { hasText: NAME + '七' }).waitFor()
  await Promise.all(tabs.map(tab => tab.close()))
})

await deed('the language changes at once, everywhere', async () => {
  await page.goto(BASE + '/')
  for (const [language, words] of [['繁體中文', '首頁'], ['English', 'Home'], ['简体中文', '首页']]) {
    await page.click('.me')
    await page.locator('.ant-dropdown-menu-item', { hasText: language }).click()
    await page.locator('.navigation', { hasText: words }).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForTimeout(300)
  }
})

if (!process.env.SERVER) {
  await deed('a plugin comes, shows its page, breaks alone, and goes while open', async () => {
    await page.goto(BASE + '/')
    await seen('.navigation')
    await record('POST', '/api/plugins', { name: 'orders' })
    await page.locator('.navigation a', { hasText: '订单看板' }).click()
    const button = page.locator('[data-plugin=orders] button')
    for (let i = 0; i < 3; i++) await button.click()
    await seen('.broken')
    await seen('.navigation')
    await record('DELETE', '/api/plugins/orders')
    await page.locator('h1', { hasText: '不可用' }).waitFor()
    truth(await page.locator('.navigation a', { hasText: '订单看板' }).count() === 0, 'still in the menu')
  })
}

await deed('nothing hurt the content security policy', async () => truth(violations.length === 0, violations.join('\n')))
await browser.close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
