import { describe, expect, it } from 'vitest'
import { counts, ended, percent, undoable, type Job } from './jobs'

const job = (parts: Partial<Job>): Job => ({
  id: '1', kind: 'records.bulk', kindLabel: '批量操作', subject: '客户', state: 'succeeded', memberId: null, memberLabel: '', done: 0, total: null,
  attempt: 0, result: {}, problem: null, createdAt: '', startedAt: null, endedAt: null, ...parts,
})

describe('a background job', () => {
  it('has a percentage only where the total is known, and never more than a hundred', () => {
    expect(percent({ done: 5, total: null })).toBeNull()
    expect(percent({ done: 0, total: 0 })).toBe(100)
    expect(percent({ done: 999, total: 1000 })).toBe(99)
    expect(percent({ done: 12, total: 10 })).toBe(100)
  })

  it('tells the counts that are not zero', () => {
    expect(counts({ refused: 2, changed: 10, unchanged: 0, files: [] })).toEqual([{ name: 'changed', count: 10 }, { name: 'refused', count: 2 }])
  })

  it('can be undone once it ended and changed something', () => {
    expect(undoable(job({ result: { changed: 3 } }))).toBe(true)
    expect(undoable(job({ state: 'cancelled', done: 500 }))).toBe(true)
    expect(undoable(job({ result: { changed: 0 }, done: 3 }))).toBe(false)
    expect(undoable(job({ state: 'running', done: 3 }))).toBe(false)
    expect(undoable(job({ kind: 'records.undo', result: { changed: 3 } }))).toBe(false)
    expect(ended(job({ state: 'waiting' }))).toBe(false)
  })
})
