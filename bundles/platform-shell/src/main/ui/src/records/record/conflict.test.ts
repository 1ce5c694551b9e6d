import type { Conflict } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { chosen, disputes, undisputed } from './conflict'

const conflict: Conflict = {
  version: 4, changedBy: '李娜', changedAt: null, fields: [
    { field: 'name', base: 'a', yours: 'b', theirs: 'c' },
    { field: 'level', base: 'A', yours: 'B', theirs: 'A' },
    { field: 'remark', base: 'x', yours: 'y', theirs: 'y' },
  ],
}
const patch = { name: 'b', level: 'B', remark: 'y' }

describe('a conflict', () => {
  it('is only what both changed to different values', () => {
    expect(disputes(conflict, patch).map(({ field }) => field)).toEqual(['name'])
    expect(undisputed(conflict, patch)).toEqual(['level', 'remark'])
  })

  it('is settled by mine unless theirs is chosen', () => {
    expect(chosen(patch, {})).toEqual(patch)
    expect(chosen(patch, { name: 'theirs' })).toEqual({ level: 'B', remark: 'y' })
    expect(chosen({ name: 'b' }, { name: 'theirs' })).toEqual({})
  })
})
