import type { Field, FieldValue } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { visibleFields } from './visible'

const FIELDS = [
  { name: 'kind', type: 'choice', dictionary: 'test.kind', tree: true }, { name: 'tax', type: 'text', visibleWhen: { '==': [{ var: 'kind' }, 'firm'] } },
  { name: 'shares', type: 'text', visibleWhen: { within: [{ var: 'kind' }, 'firm'] } },
  { name: 'odd', type: 'text', visibleWhen: { '==': [{ var: 'gone' }, 1] } },
] as Field[]
const names = (values: Record<string, FieldValue>) => visibleFields(FIELDS, name => values[name], FIELDS, { 'test.kind': { firm: null, limited: 'firm', person: null } }).map(field => field.name)

describe('fields with a condition', () => {
  it('show while it holds', () => {
    expect(names({ kind: 'firm' })).toContain('tax')
    expect(names({ kind: 'person' })).not.toContain('tax')
    expect(names({})).not.toContain('tax')
  })

  it('show below a value of a tree', () => {
    expect(names({ kind: 'limited' })).toContain('shares')
    expect(names({ kind: 'limited' })).not.toContain('tax')
    expect(names({ kind: 'person' })).not.toContain('shares')
  })

  it('show when it asks about what is not there', () => {
    expect(names({})).toContain('odd')
  })
})
