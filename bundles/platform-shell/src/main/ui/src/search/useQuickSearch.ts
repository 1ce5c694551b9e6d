import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '@tenon/sdk'

/** From–to places in a text. */
export type Mark = [from: number, to: number]

export interface FoundPlace { field: string; label: string; text: string; marks: Mark[] }
export interface FoundRecord { id: string; title: string; marks: Mark[]; hint: string | null; places: FoundPlace[] }
export interface FoundGroup { type: string; label: string; route: string; items: FoundRecord[]; more: boolean }
export interface IndexState { ready: boolean; percent: number; pending: number; lagSeconds: number }

/** Records of every type that a text is found in. */
export function useQuickSearch(text: string) {
  return useQuery({
    queryKey: ['search', text], enabled: text !== '', placeholderData: keepPreviousData, staleTime: 0, retry: false,
    queryFn: ({ signal }) => api.get<{ groups: FoundGroup[]; index: IndexState }>('/api/search', { q: text }, signal),
  })
}

/** How far the index is; asked again while it is being built or has changes to take in. */
export function useIndexState(wanted: boolean) {
  return useQuery({
    queryKey: ['search', 'state'], enabled: wanted, retry: false,
    queryFn: ({ signal }) => api.get<IndexState>('/api/search/state', {}, signal),
    refetchInterval: ({ state }) => (state.data && (!state.data.ready || state.data.pending > 0) ? 2_000 : false),
  })
}
