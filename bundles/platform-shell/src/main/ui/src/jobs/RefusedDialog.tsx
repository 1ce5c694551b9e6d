import { useInfiniteQuery } from '@tanstack/react-query'
import { api, useRecordTypes } from '@tenon/sdk'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import type { Job, Refusal } from './jobs'

/** Every record a job did not change, and why. */
export function RefusedDialog({ job, close }: { job: Job; close: () => void }) {
  const { t } = useTranslation()
  const { data: types = [] } = useRecordTypes()
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['jobs', 'refused', job.id], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => api.get<{ items: Refusal[]; next: string | null }>(`/api/records/bulk/${job.id}/refused`, { cursor: pageParam }, signal),
    getNextPageParam: page => page.next,
  })
  const rows = data?.pages.flatMap(page => page.items)
  const route = (row: Refusal) => types.find(type => type.name === row.type)?.route
  return (
    <Modal open title={t('jobs.refusedTitle', { subject: job.subject })} onCancel={close} footer={null} width={720}>
      {error && <Broken error={error} />}
      {!rows && !error && <PageSkeleton rows={3} />}
      {rows && (
        <div className="refused-frame">
          <table className="plain">
            <thead><tr><th scope="col">{t('jobs.record')}</th><th scope="col">{t('jobs.reason')}</th></tr></thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.id}>
                  <td>{route(row) ? <Link to={`${route(row)}/${row.id}`} onClick={close}>{row.title}</Link> : row.title}</td>
                  <td>{row.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('jobs.more')}</Button>}
    </Modal>
  )
}
