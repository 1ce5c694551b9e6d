import { useQuery } from '@tanstack/react-query'
import { HourglassOutlined } from '@ant-design/icons'
import { api } from '@tenon/sdk'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePhone } from '../util/usePhone'
import { JobActions } from './JobActions'
import { jobKeys, LOOK_MS, type JobPage } from './jobs'
import { JobStatus } from './JobStatus'
import { useJobNotices } from './useJobNotices'

const SHOWN = 6

/** How many jobs are under way; the latest ones on a click. A phone shows it only while something is. */
export function JobIndicator() {
  const { t } = useTranslation()
  const phone = usePhone()
  const active = useJobNotices()
  const [open, setOpen] = useState(false)
  const { data: latest } = useQuery({
    queryKey: jobKeys.latest, enabled: open, refetchInterval: active.length > 0 ? LOOK_MS : false,
    queryFn: async ({ signal }) => (await api.get<JobPage>('/api/jobs', { limit: SHOWN }, signal)).items,
  })
  if (phone && active.length === 0 && !open) return null

  const content = (
    <div className="job-menu">
      {latest?.length === 0 && <p className="muted">{t('jobs.none')}</p>}
      <ul>
        {latest?.map(job => (
          <li key={job.id}>
            <strong>{job.kindLabel}</strong> <span className="job-subject">{job.subject}</span>
            <JobStatus job={job} />
            <JobActions job={job} />
          </li>
        ))}
      </ul>
      <Link to="/jobs" className="quiet-link" onClick={() => setOpen(false)}>{t('jobs.all')}</Link>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" title={t('jobs.title')} content={content} open={open} onOpenChange={setOpen}>
      <Button type="text" aria-expanded={open} aria-label={active.length > 0 ? t('jobs.running', { count: active.length }) : t('jobs.title')}
        icon={<Badge count={active.length} size="small" color="var(--accent)"><HourglassOutlined aria-hidden /></Badge>} />
    </Popover>
  )
}
