import { useQuery } from '@tanstack/react-query'
import { api, keys, useDictionary, type Field, type RecordType } from '@tenon/sdk'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '../list/Grouped'
import type { ListState } from '../list/useListState'
import { lanesOf, type Lane } from './lanes'

const MOST = 60

/** The board's columns, counted and added up by the server in one go. */
export function useLanes(type: RecordType, field: Field, state: ListState, summed: Field | undefined): { lanes: Lane[] | null; more: boolean; error: unknown; retry: () => void } {
  const { t } = useTranslation()
  const { condition, q } = state
  const choice = field.type === 'choice'
  const { data: items } = useDictionary(choice ? field.dictionary : null)
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.all(type.name), 'groups', field.name, condition, q, false, summed?.name ?? ''],
    queryFn: ({ signal }) => api.get<{ items: Group[]; more: boolean }>(`/api/records/groups/${type.name}`,
      { by: field.name, filter: condition ? JSON.stringify(condition) : undefined, q, sum: summed?.name }, signal),
  })
  const all = useMemo(() => (data && (!choice || items) ? lanesOf(field, data.items, items ?? [], t) : null), [data, choice, items, field, t])
  return { lanes: all?.slice(0, MOST) ?? null, more: data?.more === true || (all?.length ?? 0) > MOST, error: data ? null : error, retry: () => void refetch() }
}
