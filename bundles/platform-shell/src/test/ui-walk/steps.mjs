/** The way through the shell; a step that answers false does not exist in this look. */
export function steps({ page, base, login, password, phone }) {
  const list = '.records, .cards'
  const go = async (path, wanted) => { await page.goto(base + path); await page.waitForSelector(wanted) }
  const TYPE = '/customers/customers'
  return [
    ['sign in', () => go(TYPE, '#login')],
    ['sign in refused', async () => { await page.fill('#login', login); await page.fill('#password', 'wrong'); await page.keyboard.press('Enter'); await page.waitForSelector('[role=alert]') }],
    ['list', async () => { await page.fill('#password', password); await page.keyboard.press('Enter'); await page.waitForSelector(list) }],
    ['home', () => go('/', '.home-grid')],
    ['list filtered', () => go(`${TYPE}?f.region=within:44&f.createdAt=between:2020-01-01,&f.ownerId=filled`, '.chip')],
    ['filter editor', async () => { await page.click('.chip button'); await page.waitForSelector('.filter-editor') }],
    ['list selected', async () => { if (phone) return false; await go(TYPE, list); await page.click('tbody tr:nth-child(2) input[type=checkbox]'); await page.waitForSelector('.selection-bar') }],
    ['bulk edit', async () => { if (phone) return false; await page.click('.selection-bar .ant-btn:not(.ant-btn-text)'); await page.waitForSelector('.ant-modal .bulk-form'); await page.click('.bulk-form > .ant-select'); await page.keyboard.press('ArrowDown'); await page.keyboard.press('Enter'); await page.waitForSelector('.bulk-field') }],
    ['bulk owner', async () => { if (phone) return false; await go(TYPE, list); await page.click('tbody tr:nth-child(2) input[type=checkbox]'); await page.locator('.selection-bar .ant-btn').nth(1).click(); await page.waitForSelector('.ant-modal #bulk-owner') }],
    ['bulk tags', async () => { if (phone) return false; await go(TYPE, list); await page.click('tbody tr:nth-child(2) input[type=checkbox]'); await page.locator('.selection-bar .ant-btn').nth(2).click(); await page.waitForSelector('.ant-modal #bulk-tags'); }],
    ['background jobs', () => go('/jobs', '.job-list, .empty')],
    ['jobs menu', async () => { if (phone) return false; await page.click('.top-right button[aria-expanded]'); await page.waitForSelector('.job-menu') }],
    ['columns', async () => { if (phone) return false; await go(TYPE, list); await page.click('.page-actions button[aria-haspopup=dialog]'); await page.waitForSelector('.columns') }],
    ['peek', async () => { if (phone) return false; await go(TYPE, list); await page.click('tbody tr:nth-child(3) td:nth-child(4)'); await page.waitForSelector('.peek .values') }],
    ['recycle bin', () => go(`${TYPE}?deleted=true`, '.empty, ' + list)],
    ['record', async () => { await go(TYPE, list); await page.click('.records tbody th a, .cards .card-link'); await page.waitForSelector('.record-page .values') }],
    ['record menu', async () => { await page.click('.record-header .page-actions button[aria-haspopup=menu]'); await page.waitForSelector('.ant-dropdown-menu') }],
    ['access', async () => { await page.click('[data-menu-id$=access]'); await page.waitForSelector('.ant-modal .values') }],
    ['edit', async () => { await page.keyboard.press('Escape'); await page.waitForTimeout(400); await page.click('.card-header button'); await page.waitForSelector('.card.editing') }],
    ['leave unsaved', async () => { await page.fill('.card.editing input[type=text]', 'x'); await page.click('.brand-link'); await page.waitForSelector('.ant-modal') }],
    ['create', () => go(`${TYPE}/new`, '.form-page form')],
    ['create refused', async () => { await page.keyboard.press('Control+Enter'); await page.waitForSelector('.error-summary') }],
    ['select open', async () => { await page.locator('.fields .ant-select').first().click(); await page.waitForSelector('.ant-select-dropdown') }],
    ['import', () => go(`${TYPE}/import`, '.file-drop')],
    ['members', () => go('/identity/members', list)],
    ['departments', () => go('/identity/departments', list)],
    ['grants', async () => { await go('/identity/roles', list); await page.locator('.records tbody th a, .cards .card-link').nth(1).click(); await page.click('.page-actions a[href$=grants]'); await page.waitForSelector('.grant-row') }],
    ['plugins', () => go('/plugins', '.plugin-list')],
    ['account', () => go('/me', '.token-form')],
    ['palette', async () => { await page.keyboard.press('Control+k'); await page.waitForSelector('.palette-list'); await page.keyboard.type('上海'); await page.waitForTimeout(500) }],
    ['keyboard map', async () => { if (phone) return false; await page.keyboard.press('Escape'); await page.waitForTimeout(400); await page.keyboard.press('?'); await page.waitForSelector('.keys') }],
    ['member menu', async () => { await go('/', '.home-grid'); await page.click('.me'); await page.waitForSelector('.ant-dropdown-menu') }],
    ['navigation', async () => { if (!phone) return false; await go('/', '.home-grid'); await page.click('.top-left button'); await page.waitForSelector('.nav-drawer .navigation') }],
  ]
}
