import type { MenuEntry } from '@tenon/sdk'
import { expect, test } from 'vitest'
import { goals } from './goTo'

const page = (id: string, path: string, order: number): MenuEntry => ({ id, label: id, path, order })

test('each page has a letter of its own, taken from its address', () => {
  const menu = [page('customers', '/customers/customers', 1), page('contacts', '/customers/contacts', 2), page('logs', '/customers/contact-logs', 3)]
  expect(goals(menu, 'Home').map(goal => `${goal.letter} ${goal.label}`)).toEqual(['h Home', 'c customers', 'o contacts', 'n logs'])
})

test('a page whose letters are all taken has none', () => {
  const menu = [page('a', '/h', 1), page('b', '/b', 2), page('c', '/x/b', 3)]
  expect(goals(menu, 'Home').map(goal => goal.letter)).toEqual(['h', 'b'])
})
