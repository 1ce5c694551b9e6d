import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { api, isProblem, type RecordData, type RecordType } from '@tenon/sdk'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from './hits'

export interface Pair { score: number; reasons: Reason[]; records: (RecordData & { hidden?: boolean })[] }
export interface GroupPair { ids: [string, string]; score: number; reasons: Reason[] }

/** @property hidden records the member may not see @property more there are further ones, shown once some of these are dealt with */
export interface Group { score: number; records: RecordData[]; hidden: number; pairs: GroupPair[]; more: boolean }

interface Page<T> { items: T[]; next: string | null; scannedAt: string | null; job: string | null }

const LOOK_AGAIN = 2_000

const key = (type: RecordType) => ['records', type.name, 'duplicates', 'found']

/** Pages of what the last search found. While a search is under way they are fetched again and again. */
function useFound<T>(type: RecordType, path: string, query: Record<string, boolean>, enabled: boolean, since: { scannedAt: string | null } | null) {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...key(type), path], initialPageParam: '', enabled, getNextPageParam: (page: Page<T>) => page.next ?? undefined,
    queryFn: ({ pageParam, signal }) => api.get<Page<T>>(`/api/records/duplicates/${type.name}${path}`, { ...query, cursor: pageParam, limit: 25 }, signal),
    refetchInterval: held => (since !== null && held.state.data?.pages[0]?.scannedAt === since.scannedAt ? LOOK_AGAIN : false),
  })
  return {
    items: data?.pages.flatMap(page => page.items) ?? [], loaded: !!data, error, retry: () => void refetch(),
    scannedAt: data?.pages[0]?.scannedAt ?? null, more: hasNextPage ? () => void fetchNextPage() : null,
  }
}

/** Groups that the last search found, or the pairs that people said are none, and what can be done with them. */
export function useDuplicates(type: RecordType, dismissed: boolean) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [since, setSince] = useState<{ scannedAt: string | null } | null>(null)
  const groups = useFound<Group>(type, '/groups', {}, !dismissed, since)
  const pairs = useFound<Pair>(type, '', { dismissed: true }, dismissed, since)
  const shown = dismissed ? pairs : groups
  const attempt = async (work: () => Promise<unknown>, done?: string) => {
    try {
      await work()
      if (done) message.success(t(done))
      await client.invalidateQueries({ queryKey: key(type) })
    } catch (error) {
      message.error(isProblem(error) ? error.message : t('broken.other.title'))
    }
  }
  return {
    groups: groups.items, pairs: pairs.items, loaded: shown.loaded, error: shown.error, retry: shown.retry, more: shown.more,
    scannedAt: shown.scannedAt, scanning: since !== null && shown.scannedAt === since.scannedAt,
    scan: () => attempt(async () => {
      await api.post(`/api/records/duplicates/${type.name}/scan`)
      setSince({ scannedAt: shown.scannedAt })
    }),
    dismiss: (pair: GroupPair) => attempt(() => api.post(`/api/records/duplicates/${type.name}/dismissals`, { ids: pair.ids }), 'duplicates.dismissed'),
    recall: (pair: Pair) => attempt(() => api.delete(`/api/records/duplicates/${type.name}/dismissals`, { ids: pair.records.map(record => record.id).join(',') }), 'duplicates.recalled'),
  }
}
