import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, keys, type RecordData, type RecordType, type Values } from '@tenon/sdk'

export interface MergeReport { fields?: string[]; records?: string[]; references?: unknown[]; more?: number }

/** A merge as the server tells of it. */
export interface Merge {
  id: string
  survivor: string
  state: 'moving' | 'done' | 'undoing' | 'undone'
  at: string
  byLabel: string
  others: { id: string; title: string }[]
  report: MergeReport | null
}

/** @param hidden of each record, references to it that the member may not see; they move all the same */
export interface MergePreview { records: RecordData[]; references: { type: string; field: string; label: string; counts: number[] }[]; hidden: number[] }

/** The records that are to become one, fresh from the server. */
export function useMergePreview(type: RecordType, ids: string[]) {
  return useQuery({
    queryKey: ['records', type.name, 'merge', ids], staleTime: Infinity, gcTime: 0, enabled: ids.length > 1,
    queryFn: ({ signal }) => api.get<MergePreview>('/api/records/merges/preview', { type: type.name, ids: ids.join(',') }, signal),
  })
}

export function useMergeActions(type: RecordType) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: keys.all(type.name) })
  return {
    merge: async (survivor: RecordData, others: RecordData[], values: Values) => {
      const part = ({ id, version }: RecordData) => ({ id, version })
      const made = await api.post<Merge>('/api/records/merges', { type: type.name, survivor: part(survivor), others: others.map(part), values })
      void client.invalidateQueries({ queryKey: ['records'] })
      return made
    },
    undo: async (id: string) => {
      const undone = await api.post<Merge>(`/api/records/merges/${id}/undo`)
      void client.invalidateQueries({ queryKey: ['records'] })
      await refresh()
      return undone
    },
  }
}

/** What could not be taken back, in number. */
export const keptCount = (report: MergeReport | null) =>
  report ? (report.fields?.length ?? 0) + (report.records?.length ?? 0) + (report.references?.length ?? 0) + (report.more ?? 0) : 0
