import { useInfiniteQuery } from '@tanstack/react-query'
import { api, keys, type FieldValue, type RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { TimelineEntry } from './TimelineEntry'

export interface Change { field: string; label: string; old: FieldValue; new: FieldValue; oldLabel?: string | string[] | null; newLabel?: string | string[] | null }
export interface Entry { seq: number; at: string; by: string; byLabel: string; action: string; changes: Change[] }
interface Entries { items: Entry[]; next: string | null }

/** What happened to the record, newest first. */
export function Timeline({ type, id }: { type: RecordType; id: string }) {
  const { t } = useTranslation()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.timeline(type.name, id), initialPageParam: '',
    queryFn: ({ pageParam, signal }) => api.get<Entries>(`${type.path}/${id}/timeline`, { limit: 20, cursor: pageParam }, signal),
    getNextPageParam: page => page.next ?? undefined,
  })
  const entries = data?.pages.flatMap(page => page.items) ?? []
  return (
    <section className="timeline" aria-label={t('timeline.title')}>
      <h2 className="card-title">{t('timeline.title')}</h2>
      {data && entries.length === 0 && <p className="muted">{t('timeline.empty')}</p>}
      <ol>{entries.map(entry => <TimelineEntry key={`${entry.seq} ${entry.at}`} entry={entry} type={type} />)}</ol>
      {hasNextPage && <Button type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('timeline.more')}</Button>}
    </section>
  )
}
