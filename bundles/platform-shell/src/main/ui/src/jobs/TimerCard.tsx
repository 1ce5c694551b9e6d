import { useQueryClient } from '@tanstack/react-query'
import { api, isProblem, useShell } from '@tenon/sdk'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../util/format'
import { jobKeys } from './jobs'
import { JobStatus } from './JobStatus'
import { working, type Timer } from './timers'

/** One timer: its times, its last run, and running it now. */
export function TimerCard({ timer }: { timer: Timer }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)

  const run = async () => {
    setAsking(true)
    try {
      await api.post(`/api/jobs/timers/${encodeURIComponent(timer.name)}/run`)
    } catch (problem) {
      message.error(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
    setAsking(false)
    await client.invalidateQueries({ queryKey: jobKeys.all })
  }
  const next = timer.problem ?? (!timer.present ? t('timers.away') : timer.nextAt ? t('timers.next', { time: formatInstant(timer.nextAt, language) }) : t('timers.never'))
  const schedule = [timer.cron, timer.zone, ...(timer.missed ? [t(`timers.missed.${timer.missed}`)] : [])]

  return (
    <li className="card">
      <div className="job-what">
        <h2 className="card-title">{timer.label}</h2>
        <p className="meta">{schedule.join(t('jobs.separator'))}</p>
        <p className={timer.problem ? 'form-error' : 'meta'}>{next}</p>
      </div>
      {timer.lastJob ? <JobStatus job={timer.lastJob} /> : <p className="meta">{t('timers.notYet')}</p>}
      <div className="job-actions">
        <Button size="small" loading={asking} disabled={!timer.present || timer.problem !== null || working(timer)} onClick={() => void run()}>{t('timers.run')}</Button>
      </div>
    </li>
  )
}
