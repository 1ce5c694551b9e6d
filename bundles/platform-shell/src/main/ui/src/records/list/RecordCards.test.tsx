import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RecordCards } from './RecordCards'

const type = { name: 'customers.customer', plural: '客户', route: '/customers', titleField: 'name', fields: [{ name: 'name', type: 'text' }] } as unknown as RecordType
const rows = [{ id: 'A', _title: '甲', name: '甲' }, { id: 'B', _title: '乙', name: '乙' }] as unknown as RecordData[]
const show = (select?: (ids: string[]) => void, selected?: string[]) =>
  render(<MemoryRouter><RecordCards type={type} columns={[] as Field[]} rows={rows} selected={selected} select={select} /></MemoryRouter>)

describe('cards of a list on a phone', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    cleanup()
  })

  it('are ticked by a long press', () => {
    const select = vi.fn()
    show(select)
    const card = screen.getAllByRole('listitem')[0]!
    fireEvent.pointerDown(card, { pointerType: 'touch', clientX: 10, clientY: 10 })
    vi.advanceTimersByTime(600)
    expect(select).toHaveBeenCalledExactlyOnceWith(['A'])
  })

  it('are ticked and unticked once one is, instead of being opened', () => {
    const select = vi.fn()
    show(select, ['A'])
    expect(screen.queryAllByRole('link')).toEqual([])
    fireEvent.click(screen.getAllByRole('checkbox')[2]!)
    expect(select).toHaveBeenLastCalledWith(['A', 'B'])
    fireEvent.click(screen.getAllByRole('checkbox')[1]!)
    expect(select).toHaveBeenLastCalledWith([])
  })

  it('only open where there is nothing to do with many', () => {
    show()
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.getAllByRole('link')).toHaveLength(2)
  })
})
