import { admin, dictionaries, newId, store, types } from './data.mjs'

/** The record calls of docs/rest.md over the mock's data. */

const typeOf = name => types.find(type => type.name === name)
export const typeAt = path => types.find(type => path === type.path || path.startsWith(type.path + '/'))
const timelines = new Map()
let seq = 1
let tell = () => {}
export const onChange = listener => { tell = listener }

const title = (type, id) => store[type]?.get(id)?.[typeOf(type).titleField]

function label(field, value) {
  if (value === null || value === undefined) return undefined
  const of = v => {
    if (field.type === 'member') return title('identity.member', v)
    if (field.type === 'department') return title('identity.department', v)
    if (field.type === 'reference' || field.type === 'references') return typeof v === 'object' ? title(v.type, v.id) : title(field.reference, v)
    if (field.type === 'region') {
      const path = []
      for (let at = dictionaries['core.region'].find(i => i.value === v); at; at = dictionaries['core.region'].find(i => i.value === at.parent)) path.unshift(at.label)
      return path.join(' ')
    }
    return dictionaries[field.dictionary]?.find(i => i.value === v)?.label
  }
  return Array.isArray(value) ? value.map(of) : of(value)
}

export function view(type, record, single) {
  const labels = {}
  for (const field of type.fields) {
    if (!field.dictionary && !['member', 'department', 'reference', 'references', 'region'].includes(field.type)) continue
    const text = label(field, record[field.name])
    if (text !== undefined) labels[field.name] = text
  }
  return { ...record, _title: record[type.titleField], _labels: labels, ...(single && { _can: record.deletedAt ? [] : ['update', 'delete'] }) }
}

const plain = v => (v && typeof v === 'object' && 'amount' in v ? Number(v.amount) : v ?? null)
const equal = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function holds(condition, record) {
  const [op, given] = Object.entries(condition)[0]
  if (op === 'and') return given.every(c => holds(c, record))
  if (op === 'or') return given.some(c => holds(c, record))
  if (op === '!') return !holds([given].flat()[0], record)
  const value = plain(record[given[0].var]), wanted = given[1]
  if (op === '==') return equal(record[given[0].var] ?? null, wanted) || equal(value, wanted)
  if (op === '!=') return !equal(value, wanted)
  if (op === 'in') return wanted.includes(value)
  if (value === null) return false
  if (op === 'startsWith') return String(value).startsWith(wanted)
  if (op === 'has') return value.some(v => (v.value ?? v) === wanted)
  if (op === 'within') return String(value).startsWith(wanted)
  return op === '<' ? value < wanted : op === '<=' ? value <= wanted : op === '>' ? value > wanted : value >= wanted
}

export function list(type, query) {
  const limit = Number(query.get('limit') ?? 25), from = Number(query.get('cursor') ?? 0)
  const filter = query.get('filter') && JSON.parse(query.get('filter')), q = query.get('q')
  const deleted = query.get('deleted') === 'true'
  const sort = query.get('sort') ?? type.defaultSort, name = sort.replace(/^-/, ''), sign = sort.startsWith('-') ? -1 : 1
  const rows = [...store[type.name].values()]
    .filter(r => !!r.deletedAt === deleted && (!q || String(r[type.titleField]).startsWith(q)) && (!filter || holds(filter, r)))
    .sort((a, b) => { const x = plain(a[name]), y = plain(b[name]); return x === y ? 0 : x === null ? 1 : y === null ? -1 : (typeof x === 'string' ? x.localeCompare(y, 'zh') : x - y) * sign })
  return {
    items: rows.slice(from, from + limit).map(r => view(type, r)), next: from + limit < rows.length ? String(from + limit) : null, previous: from > 0 ? String(Math.max(0, from - limit)) : null,
    ...(query.get('total') && { total: { count: Math.min(rows.length, 10000), capped: rows.length > 10000 } }),
  }
}

function log(type, record, action, before = {}, after = {}) {
  const changes = Object.keys(after).filter(n => !equal(before[n], after[n])).map(n => {
    const field = type.fields.find(f => f.name === n)
    const text = v => { const l = field && label(field, v); return l === undefined ? null : [l].flat().join('、') }
    return { field: n, label: field?.label ?? n, old: before[n] ?? null, new: after[n] ?? null, oldLabel: text(before[n]), newLabel: text(after[n]) }
  })
  const entries = timelines.get(record.id) ?? []
  entries.unshift({ seq: seq++, at: new Date().toISOString(), by: admin.id, byLabel: admin.name, action, changes })
  timelines.set(record.id, entries)
  tell({ seq, type: type.name, id: record.id, action, version: record.version })
}

export const timeline = id => ({ items: timelines.get(id) ?? [], next: null })

export function check(type, values, whole) {
  const errors = []
  for (const field of type.fields) {
    if (field.required && (whole || field.name in values) && (values[field.name] ?? null) === null) errors.push({ field: field.name, code: 'required', message: `请填写${field.label}` })
  }
  if (values.creditCode && values.creditCode.length !== 18) errors.push({ field: 'creditCode', code: 'creditCode', message: '统一社会信用代码应为 18 位' })
  return errors
}

export function create(type, values) {
  const now = new Date().toISOString()
  const record = { id: newId(), version: 1, deletedAt: null, ownerId: admin.id, departmentId: admin.departmentId, createdAt: now, createdBy: admin.id, updatedAt: now, updatedBy: admin.id, ...values }
  store[type.name].set(record.id, record)
  log(type, record, 'create')
  return record
}

export function update(type, record, patch) {
  const before = { ...record }
  Object.assign(record, patch, { version: record.version + 1, updatedAt: new Date().toISOString(), updatedBy: admin.id })
  log(type, record, 'update', before, patch)
  return record
}

export function remove(type, record, back) {
  record.deletedAt = back ? null : new Date().toISOString()
  record.version++
  log(type, record, back ? 'restore' : 'delete')
}
