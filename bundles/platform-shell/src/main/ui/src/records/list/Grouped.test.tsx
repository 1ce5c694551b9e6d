import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ShellContext, type Field, type RecordType, type Shell } from '@tenon/sdk'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { App } from 'antd'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Grouped } from './Grouped'
import type { Columns } from './useColumns'
import type { ListState } from './useListState'

const name = { name: 'name', label: '名称', type: 'text', access: 'write' } as Field
const level = { name: 'level', label: '级别', type: 'choice', dictionary: 'levels', access: 'write' } as Field
const type = { name: 't.tree', plural: '树', path: '/api/t/trees', route: '/t/trees', titleField: 'name', can: ['read', 'update'], fields: [name, level] } as unknown as RecordType
const columns = { columns: [name, level], widths: {} } as unknown as Columns
const state = { query: {}, condition: null, q: '', deleted: false, sort: null, peek: null } as unknown as ListState
const shell = { guard: () => undefined, contributions: { plugins: [] }, language: 'zh-CN' } as unknown as Shell

/** One oak of level C, and a server that answers by what is stored. */
function serve() {
  const oak = { id: 'A', version: 1, _title: '栎', name: '栎', level: 'C' }
  const sent: unknown[] = []
  const answer = (path: string, body: string | null) => {
    if (body) {
      sent.push(JSON.parse(body))
      return Object.assign(oak, JSON.parse(body), { version: oak.version + 1 })
    }
    if (path.startsWith('/api/records/groups')) return { items: [{ value: oak.level, label: oak.level, count: 1, condition: { '==': [{ var: 'level' }, oak.level] } }], more: false }
    if (path.startsWith('/api/records/dictionaries')) return { items: ['C', 'D'].map(value => ({ value, label: value })) }
    return { items: path.includes(encodeURIComponent(`"${oak.level}"`)) ? [{ ...oak }] : [] }
  }
  vi.stubGlobal('fetch', (path: string, { body }: { body?: string }) =>
    Promise.resolve(new Response(JSON.stringify(answer(path, body ?? null)), { headers: { 'Content-Type': 'application/json' } })))
  return sent
}

let sent: unknown[]

beforeEach(() => {
  sent = serve()
  render(
    <ShellContext value={shell}><QueryClientProvider client={new QueryClient()}><App><MemoryRouter>
      <Grouped type={type} columns={columns} field={level} state={state} selected={[]} select={() => undefined} peek={() => undefined} />
    </MemoryRouter></App></QueryClientProvider></ShellContext>)
})

afterEach(() => vi.unstubAllGlobals())

const cell = () => document.querySelector('tr[data-id="A"] [data-field="level"]')!

it('a choice made in the cell the list is divided by is stored with Enter, and the row stands in its new group', async () => {
  expect((await screen.findByRole('rowheader', { name: '栎' })).closest('tbody')!.textContent).toContain('C')
  fireEvent.doubleClick(cell())
  const box = await screen.findByRole('combobox', { name: '级别' })
  fireEvent.mouseDown(box)
  fireEvent.click(await screen.findByTitle('D'))
  await waitFor(() => expect(box.getAttribute('aria-expanded')).toBe('false'))
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(await screen.findByRole('button', { name: /D\s*1/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /C\s*1/ })).toBeNull()
  expect(sent).toEqual([{ level: 'D' }])
  await waitFor(() => expect(cell().textContent).toBe('D'))
})

it('a picker nothing was chosen in opens with Enter and stores nothing', async () => {
  await screen.findByRole('rowheader', { name: '栎' })
  fireEvent.doubleClick(cell())
  const box = await screen.findByRole('combobox', { name: '级别' })
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(box.getAttribute('aria-expanded')).toBe('true')
  expect(sent).toEqual([])
})
