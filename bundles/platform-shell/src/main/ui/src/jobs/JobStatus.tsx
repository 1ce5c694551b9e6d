import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { Dot } from '../records/fields/Dot'
import { formatCount } from '../util/format'
import { counts, ended, percent, type Job } from './jobs'

const COLOURS: Record<Job['state'], string> = { waiting: 'grey', running: 'blue', succeeded: 'green', failed: 'red', cancelled: 'grey' }

/** Where a job stands: a bar while it works, what came of it after. */
export function JobStatus({ job }: { job: Job }) {
  const { t } = useTranslation()
  if (!ended(job)) {
    const part = percent(job)
    const text = job.state === 'waiting' ? t(job.attempt > 0 ? 'jobs.again' : 'jobs.state.waiting')
      : job.total === null ? t('jobs.done', { count: job.done, done: formatCount(job.done) })
        : t('jobs.doneOf', { done: formatCount(job.done), total: formatCount(job.total) })
    return (
      <div className="job-status">
        <Progress percent={part ?? 0} showInfo={false} size="small" status={job.state === 'running' ? 'active' : 'normal'} aria-label={job.subject} />
        <span className="meta number">{text}</span>
      </div>
    )
  }
  const told = counts(job.result).map(({ name, count }) => t(`jobs.count.${name}`, { count, number: formatCount(count) }))
  return (
    <div className="job-status">
      <Dot color={COLOURS[job.state]}>{[t(`jobs.state.${job.state}`), ...told].join(t('jobs.separator'))}</Dot>
      {job.problem && <span className="meta">{job.problem}</span>}
    </div>
  )
}
