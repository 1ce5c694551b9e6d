import { useQuery } from '@tanstack/react-query'
import { api } from '@tenon/sdk'

export const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const
export const COLOURS = ['green', 'amber', 'red', 'blue', 'grey'] as const

export interface DictionarySummary { name: string; label: string; own: boolean; changed: boolean; values: number; retired: number; fields: string[] }
/** @property fresh a number of its own for one that is not stored yet */
export interface DictionaryValue { value: string; labels: Record<string, string>; parent: string | null; color: string | null; retired: boolean; brought?: boolean; fresh?: number }
export interface DictionaryForm { name: string; version: number; label: string; labels: Record<string, string>; own: boolean; changed: boolean; items: DictionaryValue[] }

export function useDictionaryList() {
  return useQuery({
    queryKey: ['settings', 'dictionaries'],
    queryFn: async ({ signal }) => (await api.get<{ items: DictionarySummary[] }>('/api/records/dictionaries', {}, signal)).items,
  })
}

export function useDictionaryForm(name: string) {
  return useQuery({
    queryKey: ['settings', 'dictionaries', name], staleTime: Infinity,
    queryFn: ({ signal }) => api.get<DictionaryForm>(`/api/records/dictionaries/${encodeURIComponent(name)}/form`, {}, signal),
  })
}

/** How deep each value stands, 0 for the top; one whose parent is not there stands at the top. */
export function depths(items: DictionaryValue[]): number[] {
  const byValue = new Map(items.map(item => [item.value, item]))
  const depth = (item: DictionaryValue, hops = 0): number => {
    const parent = item.parent ? byValue.get(item.parent) : undefined
    return parent && hops < items.length ? 1 + depth(parent, hops + 1) : 0
  }
  return items.map(item => depth(item))
}

/** Every value behind its parent, those of one parent in the order they had. */
export function arranged(items: DictionaryValue[]): DictionaryValue[] {
  const known = new Set(items.map(item => item.value))
  const under = (parent: string | null): DictionaryValue[] => items
    .filter(item => (item.parent && known.has(item.parent) ? item.parent : null) === parent)
    .flatMap(item => [item, ...(item.value === '' ? [] : under(item.value))])
  const reached = under(null)
  return [...reached, ...items.filter(item => !reached.includes(item))]
}

/** The places of the values that stand under the same parent, in order. @param items arranged */
export function siblings(items: DictionaryValue[], at: number): number[] {
  const deep = depths(items)
  return items.flatMap((item, index) => (deep[index] === deep[at] && (deep[at] === 0 || item.parent === items[at]!.parent) ? [index] : []))
}

/** How many values stand below this one, directly or not. @param items arranged */
function below(items: DictionaryValue[], at: number): number {
  const deep = depths(items)
  let end = at + 1
  while (end < items.length && deep[end]! > deep[at]!) end++
  return end - at - 1
}

/** The values with one moved up or down among its siblings, along with all below it; beyond the ends nothing happens. @param items arranged */
export function moved(items: DictionaryValue[], at: number, by: 1 | -1): DictionaryValue[] {
  const places = siblings(items, at)
  const to = places[places.indexOf(at) + by]
  if (to === undefined) return items
  const block = items.slice(at, at + 1 + below(items, at))
  const rest = items.filter(item => !block.includes(item))
  const beside = rest.indexOf(items[to]!)
  const place = by < 0 ? beside : beside + 1 + below(items, to)
  return [...rest.slice(0, place), ...block, ...rest.slice(place)]
}

/** The values with a new one below this one, behind all that stand there. @param items arranged */
export function withChild(items: DictionaryValue[], at: number): DictionaryValue[] {
  const place = at + 1 + below(items, at)
  return [...items.slice(0, place), freshValue(items[at]!.value), ...items.slice(place)]
}

let made = 0

export const freshValue = (parent: string | null = null): DictionaryValue => ({ value: '', labels: {}, parent, color: null, retired: false, fresh: ++made })

/** What the value is called, in the language or else in any. */
export const labelOf = (item: DictionaryValue, language: string) => item.labels[language] || Object.values(item.labels).find(Boolean) || item.value

/** Values this one can stand below: all but itself and those below it. */
export function parentsFor(items: DictionaryValue[], value: string): DictionaryValue[] {
  const below = new Set([value])
  for (let grown = true; grown;) {
    grown = false
    for (const item of items) {
      if (item.parent && below.has(item.parent) && !below.has(item.value)) {
        below.add(item.value)
        grown = true
      }
    }
  }
  return items.filter(item => item.value !== '' && !below.has(item.value))
}
