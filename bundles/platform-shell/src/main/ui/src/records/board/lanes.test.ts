import type { DictionaryItem, Field, RecordData, RecordType } from '@tenon/sdk'
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import type { Group } from '../list/Grouped'
import { lanesOf, refusal } from './lanes'

const t = ((key: string) => key) as unknown as TFunction
const level = { name: 'level', label: '级别', type: 'choice', required: false, access: 'write' } as Field
const items: DictionaryItem[] = [{ value: 'A', label: '甲', parent: null, color: 'green' }, { value: 'B', label: '乙', parent: null, color: null }, { value: 'Z', label: '旧', parent: null, color: null, retired: true }]
const group = (value: string | null, count: number): Group => ({ value, label: null, count, condition: { '==': [{ var: 'level' }, value] } as Group['condition'] })
const type = { name: 'x', can: ['read', 'update'] } as unknown as RecordType
const record = { id: '1', version: 1 } as RecordData

test('every choice has a column, a retired one only while records have it, none stands last', () => {
  expect(lanesOf(level, [group('B', 3)], items, t).map(lane => `${lane.label} ${lane.count}`)).toEqual(['甲 0', '乙 3', 'group.empty 0'])
  expect(lanesOf(level, [group('Z', 1), group(null, 2)], items, t).map(lane => `${lane.label} ${lane.count}`)).toEqual(['甲 0', '乙 0', '旧 1', 'group.empty 2'])
  expect(lanesOf({ ...level, required: true }, [], items, t).map(lane => lane.label)).toEqual(['甲', '乙'])
})

test('what the page knows against a move it says at once', () => {
  const [first, , old, none] = lanesOf(level, [group('Z', 1)], items, t)
  expect(refusal(type, level, record, first!, t)).toBeNull()
  expect(refusal(type, level, record, old!, t)).toBe('board.retired')
  expect(refusal(type, { ...level, required: true }, record, none!, t)).toBe('form.required')
  expect(refusal(type, { ...level, readOnly: true }, record, first!, t)).toBe('board.readOnly')
  expect(refusal(type, level, { ...record, _masked: ['level'] }, first!, t)).toBe('board.readOnly')
  expect(refusal({ ...type, can: ['read'] } as RecordType, level, record, first!, t)).toBe('board.mayNot')
})
