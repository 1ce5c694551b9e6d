import { useQueryClient } from '@tanstack/react-query'
import { api, onAccepted } from '@tenon/sdk'
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { JobActions } from './JobActions'
import { ended, jobKeys, shownElsewhere, useActiveJobs, type Job } from './jobs'
import { JobStatus } from './JobStatus'

/** Says quietly when a job of one's own has ended. Any call the server takes up for later makes it look. */
export function useJobNotices(): Job[] {
  const client = useQueryClient()
  const { notification } = App.useApp()
  const { data } = useActiveJobs()
  const known = useRef<Set<string>>(new Set())

  useEffect(() => onAccepted(() => void client.invalidateQueries({ queryKey: jobKeys.all })), [client])

  useEffect(() => {
    if (!data) return
    const active = new Set(data.map(job => job.id))
    const gone = [...known.current].filter(id => !active.has(id))
    known.current = active
    for (const id of gone) {
      if (shownElsewhere.has(id)) continue
      void api.get<Job>(`/api/jobs/${id}`).then(job => {
        if (!ended(job)) return
        notification.open({
          key: job.id, title: `${job.kindLabel} · ${job.subject}`, placement: 'bottomRight', duration: job.state === 'failed' ? 0 : 6,
          description: <><JobStatus job={job} /><JobActions job={job} /></>,
        })
      }, () => undefined)
    }
    if (gone.length > 0) void client.invalidateQueries({ queryKey: jobKeys.latest })
  }, [data, client, notification])

  return data ?? []
}
