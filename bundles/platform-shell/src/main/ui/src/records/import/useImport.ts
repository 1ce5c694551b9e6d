import { api, keys } from '@tenon/sdk'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { isActive, type ImportBrief, type ImportFull } from './types'

const PATH = '/api/records/imports'
const EVERY = 1_000

export const importPath = (id: string, rest = '') => `${PATH}/${id}${rest}`

/** One import; asked again and again while a job works on it. */
export function useImport(id: string | null) {
  const client = useQueryClient()
  const full = useQuery({ queryKey: ['import', id], queryFn: ({ signal }) => api.get<ImportFull>(importPath(id!), {}, signal), enabled: id !== null })
  const active = full.data !== undefined && isActive(full.data)
  const progress = useQuery({
    queryKey: ['import', id, 'progress'], queryFn: ({ signal }) => api.get<ImportBrief>(importPath(id!, '/progress'), {}, signal), enabled: active,
    refetchInterval: EVERY, refetchIntervalInBackground: true, gcTime: 0,
  })
  const ended = active && progress.data !== undefined && !isActive(progress.data)
  const type = full.data?.type
  const told = useRef(false)
  useEffect(() => {
    if (!ended) { told.current = false; return }
    if (told.current) return
    told.current = true
    void client.invalidateQueries({ queryKey: ['import', id], exact: true })
    void client.invalidateQueries({ queryKey: ['import rows', id] })
    void client.invalidateQueries({ queryKey: ['imports'] })
    if (type) void client.invalidateQueries({ queryKey: keys.all(type) })
  }, [ended, client, id, type])
  const data = full.data && active && progress.data ? { ...full.data, ...progress.data } : full.data
  return { data, error: full.error, retry: () => void full.refetch(), put: (next: ImportFull) => client.setQueryData(['import', id], next),
    again: () => client.invalidateQueries({ queryKey: ['import', id] }) }
}

/** Past imports of a type, newest first: one's own, or those of all members. */
export function useImports(type: string, everyone: boolean) {
  return useQuery({
    queryKey: ['imports', type, everyone], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<{ items: ImportBrief[]; mayManage: boolean }>(PATH, { type, everyone, limit: 20 }, signal),
  })
}
