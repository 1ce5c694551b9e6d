import { useInfiniteQuery } from '@tanstack/react-query'
import { api, keys, type RecordType } from '@tenon/sdk'
import { DownloadOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TimelineEntry } from '../record/TimelineEntry'
import { CommentView } from './CommentView'
import { Composer } from './Composer'
import { FileEntry } from './FileEntry'
import { RelatedEntry } from './RelatedEntry'
import { KINDS, type StreamEntry, type StreamPage } from './types'
import { useCreations } from './useCreations'
import { useComments, type CommentActions } from './useComments'

/** What happened about the record, newest first, and the place to say something. */
export function Stream({ type, id, closed }: { type: RecordType; id: string; closed: boolean }) {
  const commands = useCreations(type, id)
  const { t } = useTranslation()
  const [kind, setKind] = useState('')
  const [text, setText] = useState('')
  const words = useDeferredValue(text.trim())
  const actions = useComments(type, id)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...keys.timeline(type.name, id), kind, words], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => api.get<StreamPage>(`/api/records/timeline/${type.name}/${id}`, { kinds: kind, q: words, limit: 20, cursor: pageParam }, signal),
    getNextPageParam: page => page.next ?? undefined,
  })
  const entries = data?.pages.flatMap(page => page.items) ?? []
  const pinned = data?.pages[0]?.pinned ?? []
  return (
    <section className="timeline" aria-label={t('timeline.title')}>
      <div className="card-header">
        <h2 className="card-title">{t('timeline.title')}</h2>
        <Select size="small" variant="borderless" aria-label={t('stream.filter')} value={kind} onChange={setKind} popupMatchSelectWidth={false}
          options={['', ...KINDS].map(value => ({ value, label: t(`stream.kind.${value || 'all'}`) }))} />
        {type.can.includes('export') && <Button size="small" type="text" icon={<DownloadOutlined aria-hidden />} aria-label={t('stream.export')} title={t('stream.export')} download
          href={`/api/records/timeline/${type.name}/${id}/export?${new URLSearchParams({ kinds: kind, q: words }).toString()}`} />}
      </div>
      <Input size="small" allowClear className="timeline-search" prefix={<SearchOutlined aria-hidden />} aria-label={t('stream.search')} placeholder={t('stream.search')}
        value={text} onChange={event => setText(event.target.value)} />
      {!closed && <Composer label={t('stream.comment')} action={t('stream.send')} files commands={commands} submit={actions.add} />}
      {pinned.length > 0 && <ol className="pinned" aria-label={t('stream.pinned')}>{pinned.map(comment => <li key={comment.id}><CommentView comment={comment} actions={actions} pinned /></li>)}</ol>}
      {data && entries.length === 0 && <p className="muted">{t(words === '' ? 'timeline.empty' : 'stream.nothing')}</p>}
      <ol>{entries.map(entry => <Item key={`${entry.kind} ${entry.record?.id ?? entry.comment?.id ?? entry.file?.id ?? ''} ${entry.seq} ${entry.at}`} entry={entry} type={type} actions={actions} />)}</ol>
      {hasNextPage && <Button type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('timeline.more')}</Button>}
    </section>
  )
}

function Item({ entry, type, actions }: { entry: StreamEntry; type: RecordType; actions: CommentActions }) {
  if (entry.kind === 'comment') return entry.comment ? <li><CommentView comment={entry.comment} actions={actions} from={entry.from} /></li> : null
  if (entry.kind === 'file') return <li><FileEntry entry={entry} /></li>
  if (entry.kind === 'related') return <li><RelatedEntry entry={entry} /></li>
  return <TimelineEntry entry={entry} type={type} />
}
