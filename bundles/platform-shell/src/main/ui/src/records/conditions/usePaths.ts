import { useQueries } from '@tanstack/react-query'
import { api, keys, target, useRecordTypes, type Field, type RecordType } from '@tenon/sdk'
import { useMemo } from 'react'
import { canFilter } from '../list/operators'

const HOUR = 3_600_000

/** The types that fields of this one refer to, as far as the member may read them; nothing is fetched unless wanted. */
export function useReferred(type: RecordType, wanted: boolean): Record<string, RecordType> {
  const { data: types } = useRecordTypes()
  const names = useMemo(() => {
    const known = new Set(types?.map(one => one.name))
    return [...new Set(type.fields.filter(field => field.access !== 'masked').map(target))].filter((name): name is string => name !== null && known.has(name))
  }, [type, types])
  return useQueries({
    queries: wanted ? names.map(name => ({
      queryKey: keys.type(name), staleTime: HOUR,
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<RecordType>(`/api/records/types/${name}`, {}, signal),
    })) : [],
    combine: results => Object.fromEntries(results.flatMap(({ data }) => (data ? [[data.name, data]] : []))),
  })
}

/** The type's fields, and behind them those of the records they refer to: `parentId.industry`, labelled with the whole way. */
export function pathsOf(type: RecordType, referred: Record<string, RecordType>): Field[] {
  const further = type.fields.flatMap(field => {
    const name = field.access === 'masked' || (field.custom && !field.filter) ? null : target(field)
    return (name && referred[name]?.fields.filter(canFilter).map(other => ({ ...other, name: `${field.name}.${other.name}`, label: `${field.label} › ${other.label}` }))) || []
  })
  return [...type.fields, ...further]
}

/** {@link pathsOf}, with the referred types fetched if one of the paths needs them. */
export function usePaths(type: RecordType, wanted: boolean): Field[] {
  const referred = useReferred(type, wanted)
  return useMemo(() => (wanted ? pathsOf(type, referred) : type.fields), [type, referred, wanted])
}
