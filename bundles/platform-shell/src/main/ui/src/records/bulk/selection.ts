import type { ListQuery } from '@tenon/sdk'

/** What a bulk change is about: rows that were ticked, or every result of the list. */
export type Selection = { all: false; ids: string[] } | { all: true; count: number; capped: boolean; query: ListQuery }

export type BulkAction = 'update' | 'assign' | 'addTags' | 'removeTags' | 'delete' | 'restore'

/** The body of `POST /api/records/bulk`. */
export function order(type: string, action: BulkAction, selection: Selection, values?: Record<string, unknown>): Record<string, unknown> {
  const what = selection.all ? { filter: selection.query.filter ?? undefined, q: selection.query.q || undefined } : { ids: selection.ids }
  return { type, action, ...what, values }
}

/** How many records it is about, in digits: `10,000+` where nobody counted on. */
export const sizeOf = (selection: Selection): { count: number; capped: boolean } =>
  selection.all ? { count: selection.count, capped: selection.capped } : { count: selection.ids.length, capped: false }
