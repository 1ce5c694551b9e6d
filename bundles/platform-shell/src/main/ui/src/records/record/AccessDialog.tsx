import { useQuery } from '@tanstack/react-query'
import { api, type RecordData, type RecordType } from '@tenon/sdk'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'

interface Decision { allowed: boolean; because: string[] }
interface Access { read: Decision; update: Decision; delete: Decision; fields: { field: string; access: string; because: string }[] }

const ACTIONS = ['read', 'update', 'delete'] as const

/** Why the member may do what with this record. */
export function AccessDialog({ type, record, close }: { type: RecordType; record: RecordData; close: () => void }) {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['records', type.name, 'access', record.id],
    queryFn: ({ signal }) => api.get<Access>(`${type.path}/${record.id}/access`, {}, signal),
  })
  return (
    <Modal open title={t('access.title')} onCancel={close} footer={null} width={560}>
      {error && <Broken error={error} />}
      {!data && !error && <PageSkeleton rows={3} />}
      {data && (
        <dl className="values single">
          {ACTIONS.map(action => (
            <div key={action}>
              <dt>{t(`access.${action}`)}</dt>
              <dd>
                {t(data[action]?.allowed ? 'access.allowed' : 'access.refused')}
                <ul className="meta">{data[action]?.because.map(reason => <li key={reason}>{reason}</li>)}</ul>
              </dd>
            </div>
          ))}
          {data.fields?.map(({ field, access, because }) => (
            <div key={field}>
              <dt>{type.fields.find(known => known.name === field)?.label ?? field}</dt>
              <dd>{t(`grants.access.${access}`)} <span className="meta">{because}</span></dd>
            </div>
          ))}
        </dl>
      )}
    </Modal>
  )
}
