import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Field } from '@tenon/sdk'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageSkeleton } from '../../app/PageSkeleton'
import { jobKeys } from '../../jobs/jobs'
import { formatTotal } from '../../util/format'
import { ReferenceInput } from '../fields/ReferenceInput'
import { BulkDialog } from './BulkDialog'

interface Owned { type: string; label: string; count: number; capped: boolean }

/** Everything a member owns, of every kind, goes to another one. */
export function HandOverDialog({ member, name, close }: { member: string; name: string; close: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [heir, setHeir] = useState<string | null>(null)
  const { data: owned } = useQuery({
    queryKey: ['transfers', member], staleTime: 0,
    queryFn: async ({ signal }) => (await api.get<{ items: Owned[] }>('/api/records/transfers', { from: member }, signal)).items,
  })
  const submit = async () => {
    await api.post('/api/records/transfers', { from: member, to: heir })
    await client.invalidateQueries({ queryKey: jobKeys.all })
    message.success(t('transfer.started'))
    close()
  }
  const field = { name: 'to', label: t('transfer.to'), type: 'member', required: true } as Field
  return (
    <BulkDialog title={t('transfer.title', { name })} okText={t('transfer.send')} ready={heir !== null && !!owned?.length} submit={submit} close={close}>
      {!owned && <PageSkeleton rows={3} />}
      {owned?.length === 0 && <p className="muted">{t('transfer.none', { name })}</p>}
      {owned && owned.length > 0 && (
        <>
          <p className="muted">{t('transfer.text')}</p>
          <ul className="owned-counts">
            {owned.map(({ type, label, count, capped }) => <li key={type}><span>{label}</span><span className="number">{formatTotal({ count, capped })}</span></li>)}
          </ul>
          <div className="bulk-form">
            <div className="field">
              <label htmlFor="transfer-to" id="transfer-to-label">{field.label}</label>
              <ReferenceInput field={field} id="transfer-to" type="identity.member" value={heir} onChange={next => setHeir(typeof next === 'string' ? next : null)} />
            </div>
          </div>
        </>
      )}
    </BulkDialog>
  )
}
