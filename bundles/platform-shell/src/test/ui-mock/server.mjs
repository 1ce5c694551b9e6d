import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { admin, dictionaries, store, types } from './data.mjs'
import { answer, installed } from './plugins.mjs'
import * as records from './records.mjs'

/** Stands in for the server while the shell is developed: `npm run build && npm run mock`, sign in with admin / tenon. */

const PORT = Number(process.env.PORT ?? 8090)
const UI = fileURLToPath(new URL('../../../target/ui', import.meta.url))
const MIME = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' }
const streams = new Set()
let revision = 1, seq = 0
const sessions = new Map()
const preferences = { theme: 'system', density: 'middle' }
let locale = null
const remembered = {}
const tokens = []
const grants = new Map()

const send = (event, data, id) => streams.forEach(stream => stream.write(`event: ${event}\n${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`))
records.onChange(change => send('records', change, ++seq))
const shellChanged = () => send('shell', { revision: ++revision })

const visibleTypes = () => types.filter(type => type.area !== 'customers' || installed('customers'))

function contributions() {
  return {
    revision,
    menu: [
      ...(installed('customers') ? [{ id: 'customers', label: '客户', icon: 'team', order: 10 }, { id: 'customers.list', parent: 'customers', label: '客户', path: '/customers/customers', order: 10, badge: 3 }, { id: 'customers.contacts', parent: 'customers', label: '联系人', path: '/customers/contacts', order: 20 }] : []),
      ...(installed('orders') ? [{ id: 'orders', label: '订单', icon: 'cart', order: 20 }, { id: 'orders.board', parent: 'orders', label: '订单看板', path: '/orders/board', order: 10 }] : []),
      { id: 'admin', label: '系统管理', icon: 'setting', order: 900 },
      ...['departments:部门', 'members:成员', 'roles:角色'].map((text, i) => { const [path, label] = text.split(':'); return { id: `admin.${path}`, parent: 'admin', label, path: `/identity/${path}`, order: i } }),
      { id: 'admin.plugins', parent: 'admin', label: '插件', path: '/plugins', order: 90 },
    ],
    routes: [...visibleTypes().map(type => ({ path: type.route, kind: 'records', type: type.name })), ...(installed('orders') ? [{ path: '/orders/board', kind: 'page', plugin: 'orders', page: 'board' }] : [])],
    plugins: installed('orders') ? [{ id: 'orders', version: '1.0.0', sdk: 1, entry: '/ui/orders/1.0.0/index.js', css: [] }] : [],
    slots: installed('orders') ? [{ slot: 'home/v1', plugin: 'orders', widget: 'summary', title: '订单' }, { slot: 'record.customers.customer.tab/v1', plugin: 'orders', widget: 'summary', title: '订单' }] : [],
    commands: [],
  }
}

const ORDERS = `import { jsx, jsxs } from 'react/jsx-runtime'; import { useState } from 'react'; import { Button, Statistic } from 'antd'; import { useTranslation } from '@tenon/sdk'
const Board = () => { const [n, set] = useState(0); const { t } = useTranslation('orders'); if (n > 2) throw new Error('broken on purpose'); return jsxs('div', { style: { padding: 24 }, children: [jsx('h1', { children: t('board') }), jsx(Button, { onClick: () => set(n + 1), children: 'clicked ' + n })] }) }
export default { sdk: 1, pages: { board: async () => ({ default: Board }) }, widgets: { summary: async () => ({ default: () => jsx('p', { children: '12' }) }) }, messages: { 'zh-CN': { board: '订单看板' }, 'zh-TW': { board: '訂單看板' }, en: { board: 'Order board' } } }`

const sessionView = session => session
  ? { member: { id: admin.id, name: admin.name, login: admin.login, locale }, csrf: 'mock', permissions: ['plugins:manage'], mustChangePassword: session.mustChange, preferences }
  : { member: null }

class Refusal extends Error {
  constructor(status, detail, more = {}) { super(detail); this.body = { type: 'about:blank', title: detail, status, detail, ...more } }
}
const refuse = (status, detail, more) => { throw new Refusal(status, detail, more) }

async function api(request, response, path, query, body) {
  const cookie = /TENON_SESSION=(\w+)/.exec(request.headers.cookie ?? '')?.[1], session = sessions.get(cookie)
  const { method } = request, key = `${method} ${path}`
  if (key === 'GET /api/identity/session') return sessionView(session)
  if (key === 'POST /api/identity/session') {
    if (body.password !== 'tenon') refuse(401, 'wrong')
    const made = randomBytes(8).toString('hex')
    sessions.set(made, { mustChange: body.login === 'new' })
    response.setHeader('Set-Cookie', `TENON_SESSION=${made}; HttpOnly; Path=/; SameSite=Lax`)
    return sessionView(sessions.get(made))
  }
  if (!session) refuse(401, 'not signed in')
  if (method !== 'GET' && request.headers['x-tenon-csrf'] !== 'mock') refuse(403, 'csrf')
  if (key === 'DELETE /api/identity/session') { sessions.delete(cookie); return }
  if (key === 'PUT /api/identity/session/password') { if (body.current !== 'tenon') refuse(422, '密码不正确', { errors: [{ field: 'current', code: 'wrong', message: '当前密码不正确' }] }); session.mustChange = false; return }
  if (key === 'PUT /api/identity/session/preferences') { ({ locale = locale } = body); Object.assign(preferences, body); return }
  if (key === 'GET /api/identity/session/remembered') return { items: remembered }
  const note = /^\/api\/identity\/session\/remembered\/([\w.-]+)$/.exec(path)
  if (note && method === 'PUT') { if (body.content === null) delete remembered[note[1]]; else remembered[note[1]] = body.content; return }
  if (key === 'GET /api/identity/sessions') return { items: [{ id: 's1', createdAt: new Date().toISOString(), seenAt: new Date().toISOString(), agent: request.headers['user-agent'], address: '127.0.0.1', present: true }] }
  if (key === 'GET /api/identity/tokens') return { items: tokens }
  if (key === 'POST /api/identity/tokens') { const token = { id: String(tokens.length), name: body.name, expiresAt: body.expiresAt, createdAt: new Date().toISOString() }; tokens.push(token); return { ...token, token: 'tnn_' + randomBytes(20).toString('hex') } }
  if (key === 'GET /api/identity/permissions') return { types: types.map(t => ({ name: t.name, label: t.label, actions: [['read', '查看'], ['create', '新建'], ['update', '编辑'], ['delete', '删除']].map(([name, label]) => ({ name, label })), fields: t.fields.map(({ name, label }) => ({ name, label })), scopes: ['own', 'department', 'departmentBelow', 'departments', 'departmentsBelow', 'all'] })), functions: [{ name: 'plugins:manage', label: '管理模块' }], scopes: [['own', '本人'], ['department', '本部门'], ['departmentBelow', '本部门及下级'], ['departments', '指定部门'], ['departmentsBelow', '指定部门及下级'], ['all', '全部']].map(([name, label]) => ({ name, label })) }
  const role = /^\/api\/identity\/roles\/(\w+)\/grants$/.exec(path)
  if (role) {
    if (method === 'PUT') grants.set(role[1], { ...body, version: body.version + 1 })
    return grants.get(role[1]) ?? { version: 1, grants: [{ type: 'customers.customer', action: 'read', scope: 'departmentBelow' }], fields: [{ type: 'customers.customer', field: 'phones', access: 'masked' }], functions: [] }
  }
  const member = /^\/api\/identity\/members\/(\w+)\/(reset-password|leave|rejoin)$/.exec(path)
  if (member) { if (member[2] === 'reset-password') return { password: 'Xy7-kd93-pq' }; store['identity.member'].get(member[1]).active = member[2] === 'rejoin'; return }
  if (key === 'GET /api/shell/contributions') return contributions()
  if (path.startsWith('/api/plugins')) {
    if (method !== 'GET' && !path.includes('/uploads')) setTimeout(shellChanged)
    return answer(method, path, query, body)
  }
  if (key === 'GET /api/records/types') return { items: visibleTypes().map(({ fields, sections, related, actions, ...rest }) => rest) }
  if (path.startsWith('/api/records/types/')) return visibleTypes().find(t => t.name === path.split('/').pop()) ?? refuse(404, 'no such type')
  if (path.startsWith('/api/records/dictionaries/')) { const name = path.split('/').pop(); return { name, items: dictionaries[name] ?? refuse(404, 'no such dictionary') } }
  if (path.startsWith('/api/records/options/')) {
    const type = types.find(t => t.name === path.split('/').pop())
    return { items: [...store[type.name].values()].filter(r => !r.deletedAt && String(r[type.titleField]).startsWith(query.get('q') ?? '')).slice(0, Number(query.get('limit') ?? 20)).map(r => ({ id: r.id, title: r[type.titleField], hint: null })) }
  }
  return recordCall(request, path, query, body)
}

function recordCall(request, path, query, body) {
  const { method } = request
  const type = records.typeAt(path) ?? refuse(404, 'no such path')
  const [id, what] = path.slice(type.path.length + 1).split('/')
  if (!id) {
    if (method === 'GET') return records.list(type, query)
    const errors = records.check(type, body, true)
    if (errors.length) refuse(422, '请检查输入', { errors })
    return records.view(type, records.create(type, body), true)
  }
  const record = store[type.name].get(id) ?? refuse(404, 'not found')
  if (what === 'timeline') return records.timeline(id)
  if (what === 'access') { const because = ['角色“系统管理员”：全部']; return { read: { allowed: true, because }, update: { allowed: true, because }, delete: { allowed: true, because }, fields: [] } }
  if (what === 'restore') { records.remove(type, record, true); return records.view(type, record, true) }
  if (method === 'DELETE') return void records.remove(type, record, false)
  if (method === 'PATCH') {
    const version = Number(/\d+/.exec(request.headers['if-match'] ?? '') ?? refuse(428, 'If-Match wanted'))
    if (version !== record.version) refuse(412, 'stale', { conflict: { version: record.version, changedBy: admin.name, changedAt: record.updatedAt, fields: Object.keys(body).map(field => ({ field, base: null, yours: body[field], theirs: record[field] ?? null })) } })
    const errors = records.check(type, body, false)
    if (errors.length) refuse(422, '请检查输入', { errors })
    records.update(type, record, body)
  }
  return records.view(type, record, true)
}

async function bodyOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  if (!text || request.headers['content-type'] === 'application/octet-stream') return undefined
  if (request.headers['content-type']?.startsWith('multipart')) return text.slice(text.indexOf('\r\n\r\n') + 4, text.lastIndexOf('\r\n--'))
  return JSON.parse(text)
}

async function serveUi(request, response, path) {
  if (path === '/ui/orders/1.0.0/index.js') return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(ORDERS)
  const file = join(UI, path)
  if (path.startsWith('/assets/')) {
    if (!existsSync(file)) return response.writeHead(404).end()
    const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && existsSync(file + '.br')
    return response.writeHead(200, { 'Content-Type': MIME[extname(file)], 'Cache-Control': 'public, max-age=31536000, immutable', ...(packed && { 'Content-Encoding': 'br' }) }).end(await readFile(packed ? file + '.br' : file))
  }
  const nonce = randomBytes(16).toString('base64')
  const { importMap } = JSON.parse(await readFile(join(UI, 'csp.json'), 'utf8'))
  const csp = `default-src 'self'; script-src 'self' '${importMap}'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Content-Security-Policy': csp, 'X-Content-Type-Options': 'nosniff' })
    .end((await readFile(join(UI, 'index.html'), 'utf8')).replace('__NONCE__', nonce))
}

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://mock')
  if (pathname === '/api/web/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write(': open\n\n')
    streams.add(response)
    return request.on('close', () => streams.delete(response))
  }
  if (!pathname.startsWith('/api/')) return serveUi(request, response, pathname).catch(error => response.writeHead(500).end(String(error)))
  try {
    const answer = await api(request, response, pathname, searchParams, await bodyOf(request))
    response.writeHead(answer === undefined ? 204 : 200, { 'Content-Type': 'application/json' }).end(answer === undefined ? undefined : JSON.stringify(answer))
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(error)
    const body = error instanceof Refusal ? error.body : { title: 'mock', status: 500, detail: String(error) }
    response.writeHead(body.status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(body))
  }
}).listen(PORT, () => console.log(`mock at http://localhost:${PORT}`))
