import type { ColumnRule, Target } from './types'

/** The rules after one column has been given another meaning, or none. */
export function meaning(columns: ColumnRule[], column: number, to: string | null): ColumnRule[] {
  const others = columns.filter(each => each.column !== column && each.to !== to)
  return to === null ? others : [...others, { column, to, format: null, by: null, separator: null }].sort((a, b) => a.column - b.column)
}

export function detail(columns: ColumnRule[], column: number, change: Partial<ColumnRule>): ColumnRule[] {
  return columns.map(each => (each.column === column ? { ...each, ...change } : each))
}

/** What can be said about how a column of this type is written. */
export function detailsOf(type: string): ('date' | 'number' | 'by' | 'separator')[] {
  switch (type) {
    case 'date': case 'dateTime': return ['date']
    case 'number': case 'decimal': case 'money': return ['number']
    case 'reference': case 'member': case 'department': return ['by']
    case 'references': return ['by', 'separator']
    case 'multiChoice': case 'tags': case 'phones': case 'emails': return ['separator']
    default: return []
  }
}

/** Required fields that no column and no default gives. */
export function missing(targets: Target[], columns: ColumnRule[], defaults: Record<string, unknown>): Target[] {
  return targets.filter(target => target.required && !(target.key in defaults) && !columns.some(column => column.to === target.key))
}
