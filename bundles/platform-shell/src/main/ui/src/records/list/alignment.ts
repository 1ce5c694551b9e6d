import type { Field } from '@tenon/sdk'

const NUMBERS = new Set(['number', 'decimal', 'money'])

/** Numbers stand at the right. */
export const isRight = (column: Field) => NUMBERS.has(column.type)
