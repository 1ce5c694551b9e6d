import { useQueryClient } from '@tanstack/react-query'
import { api, isProblem } from '@tenon/sdk'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ended, jobKeys, useJob } from '../../jobs/jobs'
import { JobStatus } from '../../jobs/JobStatus'
import type { Plugin } from './types'
import { pluginPath } from './usePlugins'

/** Has the records of a replaced area copied into the plugin that took its place, and shows how far that is; closed, it goes on as a background job. */
export function TakeoverDialog({ plugin, area, close }: { plugin: Plugin; area: string; close: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [started, setStarted] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data: job } = useJob(started)
  const start = async () => {
    setAsking(true)
    setRefusal(null)
    try {
      setStarted((await api.post<{ job: string }>(pluginPath(plugin.name, '/takeover'))).job)
      void client.invalidateQueries({ queryKey: jobKeys.all })
    } catch (problem) {
      setRefusal(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
    setAsking(false)
  }
  const again = job !== undefined && ended(job) && job.state !== 'succeeded'
  return (
    <Modal open title={t('plugins.takeoverTitle', { area, name: plugin.label })} onCancel={close} width={460} footer={[
      <Button key="close" onClick={close}>{t(started ? 'action.close' : 'action.cancel')}</Button>,
      (!started || again) && <Button key="start" type="primary" loading={asking} onClick={() => void start()}>{t('plugins.do.takeover')}</Button>,
    ]}>
      <p className="typed-confirm">{t('plugins.takeoverText', { area })}</p>
      {refusal && <Alert type="error" showIcon title={refusal} role="alert" />}
      <div role="status">{job && <JobStatus job={job} />}</div>
    </Modal>
  )
}
