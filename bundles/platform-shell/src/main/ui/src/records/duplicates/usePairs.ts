import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { api, isProblem, type RecordData, type RecordType } from '@tenon/sdk'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from './hits'

export interface Pair { score: number; reasons: Reason[]; records: (RecordData & { hidden?: boolean })[] }
interface Pairs { items: Pair[]; next: string | null; scannedAt: string | null; job: string | null }

const LOOK_AGAIN = 2_000

/** Pairs that the last search found, and what can be done with them. While a search is under way the pairs are fetched again and again. */
export function usePairs(type: RecordType, dismissed: boolean) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [since, setSince] = useState<{ scannedAt: string | null } | null>(null)
  const key = ['records', type.name, 'duplicates', 'pairs']
  const query = useInfiniteQuery({
    queryKey: [...key, dismissed], initialPageParam: '', getNextPageParam: (page: Pairs) => page.next ?? undefined,
    queryFn: ({ pageParam, signal }) => api.get<Pairs>(`/api/records/duplicates/${type.name}`, { dismissed: dismissed || undefined, cursor: pageParam, limit: 25 }, signal),
    refetchInterval: held => (since !== null && held.state.data?.pages[0]?.scannedAt === since.scannedAt ? LOOK_AGAIN : false),
  })
  const first = query.data?.pages[0]
  const attempt = async (work: () => Promise<unknown>, done?: string) => {
    try {
      await work()
      if (done) message.success(t(done))
      await client.invalidateQueries({ queryKey: key })
    } catch (error) {
      message.error(isProblem(error) ? error.message : t('broken.other.title'))
    }
  }
  const ids = (pair: Pair) => pair.records.map(record => record.id)
  return {
    pairs: query.data?.pages.flatMap(page => page.items) ?? [], loaded: !!query.data, error: query.error, retry: () => void query.refetch(),
    scannedAt: first?.scannedAt ?? null, scanning: since !== null && first?.scannedAt === since.scannedAt,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    scan: () => attempt(async () => {
      await api.post(`/api/records/duplicates/${type.name}/scan`)
      setSince({ scannedAt: first?.scannedAt ?? null })
    }),
    dismiss: (pair: Pair) => attempt(() => api.post(`/api/records/duplicates/${type.name}/dismissals`, { ids: ids(pair) }), 'duplicates.dismissed'),
    recall: (pair: Pair) => attempt(() => api.delete(`/api/records/duplicates/${type.name}/dismissals`, { ids: ids(pair).join(',') }), 'duplicates.recalled'),
  }
}
