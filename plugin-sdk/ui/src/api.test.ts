import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, onSignedOut, setCsrf } from './api'
import { isLineLost, lineFound, lineLost } from './line'

const fetching = vi.fn<typeof fetch>()
const answer = (status: number, body: unknown = {}) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
const settled = () => new Promise(resolve => setTimeout(resolve))

beforeEach(() => {
  fetching.mockReset()
  vi.stubGlobal('fetch', fetching)
})

afterEach(() => {
  lineFound()
  setCsrf(undefined)
  onSignedOut(() => Promise.resolve(false))
  vi.unstubAllGlobals()
})

describe('a line that is lost', () => {
  it('holds what would change something until it is back', async () => {
    lineLost()
    fetching.mockResolvedValue(answer(201, { id: '1' }))
    const made = api.post('/api/things', { name: 'x' })
    await settled()
    expect(fetching).not.toHaveBeenCalled()
    lineFound()
    expect(await made).toEqual({ id: '1' })
    expect(fetching).toHaveBeenCalledOnce()
  })

  it('has what can be repeated sent once more', async () => {
    fetching.mockRejectedValueOnce(new TypeError('failed')).mockResolvedValue(answer(200, { version: 2 }))
    const stored = api.patch('/api/things/1', { name: 'y' }, 1)
    await settled()
    expect(isLineLost()).toBe(true)
    lineFound()
    expect(await stored).toEqual({ version: 2 })
    expect(fetching).toHaveBeenCalledTimes(2)
  })

  it('refuses what may have been done already', async () => {
    fetching.mockRejectedValue(new TypeError('failed'))
    await expect(api.post('/api/things', {})).rejects.toMatchObject({ status: 0 })
    expect(fetching).toHaveBeenCalledOnce()
  })

  it('is found by any answer', async () => {
    lineLost()
    fetching.mockResolvedValue(answer(503))
    await expect(api.get('/api/things')).rejects.toMatchObject({ status: 503 })
    expect(isLineLost()).toBe(false)
  })
})

describe('a session that has ended', () => {
  it('is renewed and the call sent once more, with the new token', async () => {
    setCsrf('old')
    const asked = vi.fn(() => { setCsrf('new'); return Promise.resolve(true) })
    onSignedOut(asked)
    fetching.mockResolvedValueOnce(answer(401)).mockResolvedValue(answer(200, { version: 2 }))
    expect(await api.patch('/api/things/1', { name: 'y' }, 1)).toEqual({ version: 2 })
    expect(asked).toHaveBeenCalledOnce()
    expect(fetching.mock.calls.map(([, init]) => (init!.headers as Record<string, string>)['X-Tenon-Csrf'])).toEqual(['old', 'new'])
  })

  it('that is not renewed refuses the call', async () => {
    setCsrf('old')
    fetching.mockResolvedValue(answer(401))
    await expect(api.get('/api/things')).rejects.toMatchObject({ status: 401 })
    expect(fetching).toHaveBeenCalledOnce()
  })

  it('is not asked for again by a wrong password', async () => {
    setCsrf('old')
    const asked = vi.fn(() => Promise.resolve(true))
    onSignedOut(asked)
    fetching.mockResolvedValue(answer(401))
    await expect(api.post('/api/identity/session', { login: 'a', password: 'b' })).rejects.toMatchObject({ status: 401 })
    expect(asked).not.toHaveBeenCalled()
  })
})
