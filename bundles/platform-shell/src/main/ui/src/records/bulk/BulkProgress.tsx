import { useQueryClient } from '@tanstack/react-query'
import { keys, type RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { JobActions } from '../../jobs/JobActions'
import { ended, jobKeys, shownElsewhere, useJob } from '../../jobs/jobs'
import { JobStatus } from '../../jobs/JobStatus'

interface Props { type: RecordType; id: string; follow: (job: string) => void; close: () => void }

/** How far a bulk change is, then what came of it, where the selection was. */
export function BulkProgress({ type, id, follow, close }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: job } = useJob(id)
  const over = job !== undefined && ended(job)
  useEffect(() => {
    shownElsewhere.add(id)
    return () => void shownElsewhere.delete(id)
  }, [id])
  useEffect(() => {
    if (!over) return
    void client.invalidateQueries({ queryKey: keys.all(type.name) })
    void client.invalidateQueries({ queryKey: jobKeys.latest })
  }, [over, client, type.name])
  return (
    <div className="selection-bar bulk-bar" role="region" aria-label={t('bulk.progress')}>
      <span role="status">{job?.kindLabel ?? t('bulk.progress')}</span>
      {job && <JobStatus job={job} />}
      {job && <JobActions job={job} undone={follow} />}
      <Button type="text" onClick={close}>{t(over ? 'action.close' : 'bulk.hide')}</Button>
    </div>
  )
}
