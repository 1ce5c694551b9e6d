import { useQueryClient } from '@tanstack/react-query'
import { api, isProblem } from '@tenon/sdk'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cancelJob, ended, jobKeys, undoable, type Job } from './jobs'
import { RefusedDialog } from './RefusedDialog'

interface Props { job: Job; undone?: (job: string) => void }

/** What can be done with a job: end it, fetch its files, look at what it refused, put back what it changed. */
export function JobActions({ job, undone }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState(false)

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (problem) {
      message.error(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
    setBusy(false)
  }
  const undo = () => attempt(async () => {
    const answer = await api.post<{ job: { id: string } }>(`/api/records/bulk/${job.id}/undo`)
    await client.invalidateQueries({ queryKey: jobKeys.all })
    undone?.(answer.job.id)
  })

  return (
    <div className="job-actions">
      {!ended(job) && <Button size="small" loading={busy} onClick={() => void attempt(() => cancelJob(client, job.id))}>{t('jobs.cancel')}</Button>}
      {job.result.files?.map(file => <a key={file.id} className="job-file" href={`/api/files/${file.id}`} download={file.name}>{file.name}</a>)}
      {job.kind.startsWith('records.') && (job.result.refusals?.length ?? 0) > 0 && <Button size="small" onClick={() => setRefused(true)}>{t('jobs.refused')}</Button>}
      {undoable(job) && <Button size="small" loading={busy} title={t('jobs.undoText')} onClick={() => void undo()}>{t('jobs.undo')}</Button>}
      {refused && <RefusedDialog job={job} close={() => setRefused(false)} />}
    </div>
  )
}
