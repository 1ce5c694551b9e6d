import { useInfiniteQuery } from '@tanstack/react-query'
import { api, useShell } from '@tenon/sdk'
import { Button, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { formatAgo, formatInstant } from '../util/format'
import { useTitle } from '../util/useTitle'
import { JobActions } from './JobActions'
import { ended, LOOK_MS, type JobPage, type JobState } from './jobs'
import { JobStatus } from './JobStatus'
import '../styles/rest'

const STATES: JobState[] = ['waiting', 'running', 'succeeded', 'failed', 'cancelled']

/** Background jobs of the last 30 days. */
export function JobsPage() {
  const { t } = useTranslation()
  const { can, language } = useShell()
  const [states, setStates] = useState<JobState[]>([])
  const [all, setAll] = useState(false)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['jobs', 'page', states, all], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => api.get<JobPage>('/api/jobs', { state: states.join(','), all: all || undefined, cursor: pageParam, limit: 50 }, signal),
    getNextPageParam: page => page.next,
    refetchInterval: query => (query.state.data?.pages.some(page => page.items.some(job => !ended(job))) ? LOOK_MS : false),
  })
  useTitle(t('jobs.title'))
  const jobs = data?.pages.flatMap(page => page.items)
  return (
    <div className="page">
      <div className="page-header">
        <h1>{t('jobs.title')}</h1>
        <div className="page-actions">
          {can('jobs:manage') && <label className="job-everyone"><Switch checked={all} onChange={setAll} size="small" /> {t('jobs.everyone')}</label>}
          <Select mode="multiple" allowClear className="job-states" aria-label={t('jobs.states')} placeholder={t('jobs.states')} value={states}
            onChange={setStates} options={STATES.map(state => ({ value: state, label: t(`jobs.state.${state}`) }))} maxTagCount="responsive" />
        </div>
      </div>
      {error && <Broken error={error} retry={() => void refetch()} />}
      {!jobs && !error && <PageSkeleton />}
      {jobs?.length === 0 && <div className="empty"><p>{t('jobs.none')}</p></div>}
      {jobs && jobs.length > 0 && (
        <ul className="job-list">
          {jobs.map(job => (
            <li key={job.id} className="card">
              <div className="job-what">
                <h2 className="card-title">{job.subject}</h2>
                <p className="meta">
                  {job.kindLabel}{all && ` · ${job.memberLabel}`} · <time dateTime={job.createdAt} title={formatInstant(job.createdAt, language)}>{formatAgo(job.createdAt, language)}</time>
                </p>
              </div>
              <JobStatus job={job} />
              <JobActions job={job} />
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('jobs.more')}</Button>}
    </div>
  )
}
