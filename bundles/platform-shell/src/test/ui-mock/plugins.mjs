/** Plugins as the server tells of them, invented: one of each state, one archive to preview. */

const NOTHING = { menu: [], types: [], paths: [], permissions: [], timers: [] }
const about = (name, label, version, state, more) => ({
  name, label, version, state, reason: null, since: null, by: null, origin: 'uploaded', versions: [version], previous: null, requires: [], requiredBy: [], brings: NOTHING,
  signature: { state: 'unsigned', by: '' }, takesOver: null, ...more,
})

export const plugins = [
  about('customers', '客户管理', '0.1.0', 'active', {
    origin: 'distribution', requiredBy: ['loyalty'], signature: null,
    brings: { menu: ['customers.list', 'customers.contacts'], types: ['customers.customer', 'customers.contact'], paths: ['/api/customers'], permissions: [], timers: [] },
  }),
  about('loyalty', '会员积分', '1.2.0', 'active', {
    since: new Date(Date.now() - 7_200_000).toISOString(), by: '王芳', versions: ['1.3.0', '1.2.0', '1.1.0'], previous: '1.1.0', requires: ['customers'],
    brings: { menu: ['loyalty.points'], types: ['loyalty.points'], paths: ['/api/loyalty'], permissions: ['loyalty:adjust'], timers: ['loyalty.expiry'] }, signature: { state: 'valid', by: 'CN=榫卯软件' },
  }),
  about('calls', '呼叫中心', '2.0.1', 'failed', { since: new Date().toISOString(), by: '系统管理员', reason: 'com.example.calls.Dialer waits for the service org.tenon.sdk.telephony.TelephonyProvider' }),
  about('orders', '订单（示例）', '1.0.0', 'available', { origin: 'distribution' }),
]

const preview = {
  id: '0h1', name: 'gifts', label: '礼品兑换', version: '1.0.0', action: 'install', requires: [{ name: 'loyalty', range: '[1.0,2)' }],
  adds: { menu: [{ name: 'gifts.list', label: '礼品' }], types: [{ name: 'gifts.gift', label: '礼品' }], paths: ['/api/gifts'], permissions: [{ name: 'gifts.gift:redeem', label: '兑换' }], timers: [] },
  permissions: ['gifts.gift:redeem', 'public'], migrations: [{ file: 'db/V1__gifts.sql', statements: ['CREATE TABLE gifts_gift (\n  ${record},\n  points INTEGER NOT NULL\n)', 'CREATE INDEX gifts_gift_newest ON gifts_gift (created_at DESC, id DESC)'] }],
  signature: { state: 'untrusted', by: 'CN=Gifts Ltd' },
  findings: [{ severity: 'warn', rule: 'signature', text: 'nobody trusted here has signed the archive; its signer is CN=Gifts Ltd' }, { severity: 'warn', rule: 'permissions', text: 'com.example.gifts.Catalogue.list is open to everyone, signed in or not: shops show it' }],
}
const refused = { ...preview, id: '0h2', name: 'stray', label: 'stray', action: 'refused', adds: NOTHING, permissions: [], migrations: [], signature: { state: 'tampered', by: '' },
  findings: [{ severity: 'refuse', rule: 'signature', text: 'the archive was changed after it was signed' }, { severity: 'refuse', rule: 'exports', text: 'stray-1.0.0.jar exports the package com.example.stray, and plugins export nothing; keep it private' }] }

const check = {
  serves: false, obstacles: ['com.example.calls.CallsApplication waits for com.example.calls.Dialer, which waits for the service org.tenon.sdk.telephony.TelephonyProvider'],
  bundles: [{ name: 'com.example.calls', version: '2.0.1', state: 'active' }], paths: ['/api/calls'], log: ['2026-11-23 09:12:44 WARN  plugin calls 2.0.1 was not started'],
}
const attempts = [
  { at: new Date().toISOString(), by: '系统管理员', action: 'install', plugin: 'calls', version: '2.0.1', outcome: 'failed', reason: check.obstacles[0] },
  { at: new Date(Date.now() - 7_200_000).toISOString(), by: '王芳', action: 'upgrade', plugin: 'loyalty', version: '1.2.0', outcome: 'done', reason: '' },
]
const offered = [{ id: 'aa01', name: 'gifts', version: '1.0.0', label: '礼品兑换', size: 81_000, sha256: '0'.repeat(64), place: 'https://plugins.example.com/tenon' }]

export const installed = name => plugins.find(plugin => plugin.name === name)?.state === 'active'

/** @returns the answer, null for a path that is not here */
export function answer(method, path, query, body) {
  const [, , , name, what] = path.split('/')
  if (!name) return method === 'GET' ? { items: plugins } : change(body.name ?? preview.name, 'active')
  if (name === 'repository') return { items: offered, problems: ['/srv/plugins: it is no folder'] }
  if (name === 'attempts') return { items: attempts }
  if (name === 'uploads') return method === 'DELETE' ? {} : query.get('filename')?.startsWith('stray') ? refused : preview
  if (what === 'check') return check
  if (method === 'DELETE' || what === 'purge') return change(name, 'available')
  return change(name, what === 'stop' ? 'stopped' : 'active')
}

function change(name, state) {
  let plugin = plugins.find(known => known.name === name)
  if (!plugin) plugins.push(plugin = about(preview.name, preview.label, preview.version, state))
  return Object.assign(plugin, { state, reason: null })
}
