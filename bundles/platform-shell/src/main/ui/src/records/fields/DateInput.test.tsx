import { fireEvent, render, screen } from '@testing-library/react'
import type { Field } from '@tenon/sdk'
import { describe, expect, it, vi } from 'vitest'
import { DateInput } from './DateInput'

const FIELD = { name: 'at', label: '时间', type: 'dateTime', required: false } as Field

describe('an instant typed', () => {
  it('is confirmed by Enter, which does not send the form while the picker is open', () => {
    const change = vi.fn()
    render(<DateInput field={FIELD} id="at" value={null} onChange={change} />)
    const input = screen.getByRole('textbox')
    fireEvent.mouseDown(input)
    fireEvent.click(input)
    fireEvent.change(input, { target: { value: '2027-03-01 10:00' } })
    expect(fireEvent.keyDown(input, { key: 'Enter', code: 'Enter', keyCode: 13 })).toBe(false)
    expect(change).toHaveBeenLastCalledWith(new Date(2027, 2, 1, 10).toISOString())
  })
})
