import { useQueryClient } from '@tanstack/react-query'
import { api, keys, Problem, type RecordData, type RecordType } from '@tenon/sdk'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { ended, shownElsewhere, type Job } from '../../jobs/jobs'
import { AssignDialog } from './AssignDialog'
import { useBulk } from './useBulk'

const LOOK_MS = 250

/** A new owner for one record: the same job as for many, waited for. */
export function AssignOne({ type, record, close }: { type: RecordType; record: RecordData; close: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const submitted = useBulk(type, { all: false, ids: [record.id] })
  const submit = async (values: Record<string, unknown>, along: boolean) => {
    const id = await submitted('assign', values, along)
    shownElsewhere.add(id)
    let job = await api.get<Job>(`/api/jobs/${id}`)
    while (!ended(job)) {
      await new Promise(resolve => setTimeout(resolve, LOOK_MS))
      job = await api.get<Job>(`/api/jobs/${id}`)
    }
    await client.invalidateQueries({ queryKey: keys.all(type.name) })
    const reason = job.problem ?? job.result.refusals?.[0]?.reason
    if (reason) throw new Problem(409, { detail: reason })
    message.success(t('record.actionDone'))
    close()
  }
  return <AssignDialog type={type} size="1" count={1} submit={submit} close={close} />
}
