import type { Field, RecordData } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { isCell, isInline, neighbourCell } from './inline'

const field = (name: string, more: Partial<Field> = {}) => ({ name, label: name, type: 'text', access: 'write', readOnly: false, ...more }) as Field
const record = (id: string, more: Partial<RecordData> = {}) => ({ id, version: 1, ...more }) as RecordData

describe('inline editing', () => {
  it('respects what a role may see and change', () => {
    expect(isInline(field('name'), record('1'))).toBe(true)
    expect(isInline(field('name', { readOnly: true }), record('1'))).toBe(false)
    expect(isInline(field('name', { access: 'read' }), record('1'))).toBe(false)
    expect(isInline(field('name'), record('1', { _masked: ['name'] }))).toBe(false)
    expect(isInline(field('name'), record('1', { deletedAt: '2026-11-23T00:00:00Z' }))).toBe(false)
  })

  it('leaves large fields to the page', () => {
    expect(isCell(field('remark', { type: 'longText' }), record('1'))).toBe(false)
    expect(isCell(field('party', { type: 'reference', reference: '*' }), record('1'))).toBe(false)
  })

  it('walks from cell to cell, over what cannot be edited', () => {
    const columns = [field('name'), field('number', { readOnly: true }), field('level')]
    const rows = [record('1'), record('2')]
    expect(neighbourCell(rows, columns, { id: '1', field: 'name' }, 1)).toEqual({ id: '1', field: 'level' })
    expect(neighbourCell(rows, columns, { id: '1', field: 'level' }, 1)).toEqual({ id: '2', field: 'name' })
    expect(neighbourCell(rows, columns, { id: '1', field: 'name' }, -1)).toBeNull()
  })
})
