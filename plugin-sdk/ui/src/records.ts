import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { api, type Query } from './api'
import type { Condition } from './conditions'
import type { DictionaryItem, Option, Page, RecordData, RecordType, TypeSummary } from './types'

const HOUR = 3_600_000

export interface ListQuery {
  filter?: Condition | null
  sort?: string | null
  limit?: number
  cursor?: string | null
  fields?: string[]
  q?: string | null
  total?: boolean
  deleted?: boolean
}

/** Query keys: everything about a type's records begins with `records, <type>`. */
export const keys = {
  types: ['types'] as const,
  type: (name: string) => ['types', name] as const,
  dictionary: (name: string) => ['dictionary', name] as const,
  all: (type: string) => ['records', type] as const,
  list: (type: string, query: ListQuery) => ['records', type, 'list', query] as const,
  record: (type: string, id: string) => ['records', type, 'record', id] as const,
  timeline: (type: string, id: string) => ['records', type, 'timeline', id] as const,
  options: (type: string, q: string) => ['records', type, 'options', q] as const,
}

export function listParams(query: ListQuery): Query {
  return {
    filter: query.filter ? JSON.stringify(query.filter) : undefined,
    sort: query.sort, limit: query.limit, cursor: query.cursor, q: query.q,
    fields: query.fields?.join(','),
    total: query.total || undefined, deleted: query.deleted || undefined,
  }
}

/** The record types the member may read. */
export function useRecordTypes() {
  return useQuery({
    queryKey: keys.types, staleTime: HOUR,
    queryFn: async ({ signal }) => (await api.get<{ items: TypeSummary[] }>('/api/records/types', {}, signal)).items,
  })
}

export function useRecordType(name: string | undefined) {
  return useQuery({
    queryKey: keys.type(name ?? ''), staleTime: HOUR, enabled: !!name,
    queryFn: ({ signal }) => api.get<RecordType>(`/api/records/types/${name}`, {}, signal),
  })
}

const dictionary = (name: string | null | undefined) => queryOptions({
  queryKey: keys.dictionary(name ?? ''), staleTime: HOUR, enabled: !!name,
  queryFn: async ({ signal }) =>
    (await api.get<{ items: DictionaryItem[] }>(`/api/records/dictionaries/${name}`, {}, signal)).items,
})

export function useDictionary(name: string | null | undefined) {
  return useQuery(dictionary(name))
}

/** Fetches what `useDictionary` will ask for, so that values and their colours arrive together; each name once. */
export function useDictionaries(names: string[]) {
  return useQueries({ queries: names.map(dictionary) })
}

export function useRecords(type: Pick<TypeSummary, 'name' | 'path'> | undefined, query: ListQuery) {
  return useQuery({
    queryKey: keys.list(type?.name ?? '', query), enabled: !!type, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<Page>(type!.path, listParams(query), signal),
  })
}

export function useRecord(type: Pick<TypeSummary, 'name' | 'path'> | undefined, id: string | null | undefined) {
  return useQuery({
    queryKey: keys.record(type?.name ?? '', id ?? ''), enabled: !!type && !!id,
    queryFn: ({ signal }) => api.get<RecordData>(`${type!.path}/${id}`, {}, signal),
  })
}

/** Records of a type whose title begins with `q`, for pickers. */
export function useOptions(type: string | undefined, q: string, enabled = true) {
  return useQuery({
    queryKey: keys.options(type ?? '', q), enabled: enabled && !!type, placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Option[] }>(`/api/records/options/${type}`, { q, limit: 20 }, signal)).items,
  })
}
