import { describe, expect, it } from 'vitest'
import { addSection, hide, moveSection, place, removeSection, step, type Layout } from './layoutMoves'

const section = (name: string, ...fields: string[]) => ({ name, label: name, labels: {}, columns: 2, fields })
const LAYOUT: Layout = { sections: [section('a', 'one', 'two', 'three'), section('b', 'four')], hidden: [] }
const fields = (layout: Layout) => layout.sections.map(one => one.fields.join(' '))

describe('a form that is arranged', () => {
  it('moves a field within its section and into others', () => {
    expect(fields(place(LAYOUT, 'one', 'a', 3))).toEqual(['two three one', 'four'])
    expect(fields(place(LAYOUT, 'three', 'a', 0))).toEqual(['three one two', 'four'])
    expect(fields(place(LAYOUT, 'one', 'b', 0))).toEqual(['two three', 'one four'])
  })

  it('moves a field by keyboard, over the ends of sections too', () => {
    expect(fields(step(LAYOUT, 'one', 1))).toEqual(['two one three', 'four'])
    expect(fields(step(LAYOUT, 'two', -1))).toEqual(['two one three', 'four'])
    expect(fields(step(LAYOUT, 'three', 1))).toEqual(['one two', 'three four'])
    expect(fields(step(LAYOUT, 'four', -1))).toEqual(['one two three four', ''])
    expect(step(LAYOUT, 'one', -1)).toBe(LAYOUT)
  })

  it('hides a field and takes it back', () => {
    const hidden = hide(LAYOUT, 'two')
    expect(hidden.hidden).toEqual(['two'])
    expect(fields(place(hidden, 'two', 'b', 1))).toEqual(['one three', 'four two'])
  })

  it('loses no field with a section', () => {
    expect(fields(removeSection(LAYOUT, 'a'))).toEqual(['four one two three'])
    expect(moveSection(LAYOUT, 'b', -1).sections.map(one => one.name)).toEqual(['b', 'a'])
    expect(addSection(LAYOUT, 'c').sections.at(-1)?.name).toBe('section3')
  })
})
