/** Calls of the API with a session: `call(method, path, body, headers)` answers the JSON. */
export const api = (request, csrf) => async (method, path, data, headers = {}) => {
  const answer = await request[method](path, { data, headers: { 'X-Tenon-Csrf': csrf, ...headers } })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return answer.status() === 204 ? null : answer.json()
}

/** Imports so many customers, each with a contact, and waits until they are there. */
export async function fill(call, count) {
  const rows = Array.from({ length: count }, (_, i) => `滚动试验${i}公司,A,官网,021-${60_000_000 + i},王${i},138${String(i).padStart(8, '0')}`)
  const { id } = await call('post', '/api/records/imports?type=customers.customer', `客户名称,客户等级,来源,电话,联系人,手机\n${rows.join('\n')}\n`, { 'Content-Type': 'text/csv' })
  const path = `/api/records/imports/${id}`
  await call('patch', path, { duplicates: 'create' }, { 'If-Match': '"0"' })
  await call('post', `${path}/run`, {})
  while ((await call('get', `${path}/progress`)).state !== 'done') await new Promise(done => setTimeout(done, 500))
}
