import type { ContributedRoute, TypeSummary } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { findRoute } from './routes'

const routes: ContributedRoute[] = [
  { path: '/orders', kind: 'records', type: 'orders.order' },
  { path: '/orders/board', kind: 'page', plugin: 'orders', page: 'board' },
]
const types = [{ name: 'identity.member', route: '/identity/members' }] as TypeSummary[]
const find = (path: string) => findRoute(path, routes, types)

describe('paths', () => {
  it('lead to list, form, import and record of a type', () => {
    expect(find('/orders')).toMatchObject({ kind: 'records', place: 'list' })
    expect(find('/orders/')).toMatchObject({ place: 'list' })
    expect(find('/orders/new')).toMatchObject({ place: 'new' })
    expect(find('/orders/import')).toMatchObject({ place: 'import' })
    expect(find('/orders/duplicates')).toMatchObject({ place: 'duplicates', id: null })
    expect(find('/orders/merge')).toMatchObject({ place: 'merge', id: null })
    expect(find('/orders/0M3K9Z2T4X5QA')).toMatchObject({ place: 'record', id: '0M3K9Z2T4X5QA' })
  })

  it('lead to the longest contributed one', () => {
    expect(find('/orders/board/week')).toEqual({ kind: 'page', plugin: 'orders', page: 'board', path: 'week' })
  })

  it('lead to types no area made a route for', () => {
    expect(find('/identity/members')).toMatchObject({ type: 'identity.member' })
  })

  it('of nobody lead nowhere', () => {
    expect(find('/ordersx')).toBeNull()
    expect(find('/orders/a/b')).toBeNull()
  })
})
