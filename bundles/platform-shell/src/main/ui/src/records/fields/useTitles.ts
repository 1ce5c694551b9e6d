import { useQueries } from '@tanstack/react-query'
import { api, keys, useRecordTypes, type RecordData } from '@tenon/sdk'

/** The titles of records one knows only by id, such as those in a shared address. */
export function useTitles(type: string, ids: string[]): Record<string, string> {
  const { data: types } = useRecordTypes()
  const path = types?.find(known => known.name === type)?.path
  return useQueries({
    queries: path ? ids.map(id => ({
      queryKey: keys.record(type, id), staleTime: 60_000,
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<RecordData>(`${path}/${id}`, {}, signal),
    })) : [],
    combine: results => Object.fromEntries(results.flatMap(({ data }) => (data?._title ? [[data.id, data._title]] : []))),
  })
}
