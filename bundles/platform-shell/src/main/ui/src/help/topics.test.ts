import { describe, expect, it } from 'vitest'
import { topicOf } from './topics'

const LISTS = ['/customers/customers', '/customers/contacts']

describe('help', () => {
  it.each([
    ['/', 'home'], ['/customers/customers', 'list'], ['/customers/customers/0M3K9', 'record'], ['/customers/contacts/new', 'create'],
    ['/customers/customers/merge', 'merge'], ['/identity/roles/0M3K9/grants', 'grants'], ['/settings/templates/0M3K9', 'templates'],
    ['/jobs', 'jobs'], ['/jobs/timers', 'timers'], ['/loyalty/board', 'page'],
  ])('about %s is %s', (path, topic) => expect(topicOf(path, LISTS)).toBe(topic))
})
