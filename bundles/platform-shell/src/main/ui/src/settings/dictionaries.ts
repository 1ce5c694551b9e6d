import { useQuery } from '@tanstack/react-query'
import { api } from '@tenon/sdk'

export const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const
export const COLOURS = ['green', 'amber', 'red', 'blue', 'grey'] as const

export interface DictionarySummary { name: string; label: string; own: boolean; changed: boolean; values: number; retired: number; fields: string[] }
export interface DictionaryValue { value: string; labels: Record<string, string>; parent: string | null; color: string | null; retired: boolean; brought?: boolean; fresh?: boolean }
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

/** The values with one moved up or down; beyond the ends nothing happens. */
export function moved(items: DictionaryValue[], at: number, by: number): DictionaryValue[] {
  const to = at + by
  if (to < 0 || to >= items.length) return items
  const next = [...items]
  const [one] = next.splice(at, 1)
  next.splice(to, 0, one!)
  return next
}

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
