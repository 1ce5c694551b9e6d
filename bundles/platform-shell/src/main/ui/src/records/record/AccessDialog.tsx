import { useQuery } from '@tanstack/react-query'
import { api, useShell, type Field, type RecordData, type RecordType } from '@tenon/sdk'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { ReferenceInput } from '../fields/ReferenceInput'

interface Decision { allowed: boolean; because: string[] }
interface FieldAccess { field: string; label: string; access: string; because: string }
type Access = Record<string, Decision> & { fields: FieldAccess[] }

const ACTIONS = ['read', 'update', 'delete'] as const
const MEMBER = { name: 'member', label: '', type: 'member', required: false } as Field

/** Why the member, or for those who keep permissions another one, may do what with this record. */
export function AccessDialog({ type, record, close }: { type: RecordType; record: RecordData; close: () => void }) {
  const { t } = useTranslation()
  const { can } = useShell()
  const [member, setMember] = useState<string | null>(null)
  const { data, error } = useQuery({
    queryKey: ['records', type.name, 'access', record.id, member],
    queryFn: ({ signal }) => api.get<Access>(`${type.path}/${record.id}/access`, { member: member ?? undefined }, signal),
  })
  const named = [...ACTIONS.map(name => ({ name, label: t(`access.${name}`) })), ...type.actions]
  return (
    <Modal open title={t('access.title')} onCancel={close} footer={null} width={640}>
      {can('identity:manage') && (
        <div className="field access-member">
          <label htmlFor="access-member">{t('access.of')}</label>
          <ReferenceInput id="access-member" field={MEMBER} type="identity.member" value={member} onChange={next => setMember(next as string | null)} />
          {member && <Link to={`/identity/members/${member}/rights`}>{t('rights.open')}</Link>}
        </div>
      )}
      {error && <Broken error={error} />}
      {!data && !error && <PageSkeleton rows={3} />}
      {data && (
        <dl className="values single" aria-live="polite">
          {named.filter(({ name }) => data[name]).map(({ name, label }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                <span className={data[name]!.allowed ? 'allowed' : 'denied'}>{t(data[name]!.allowed ? 'access.allowed' : 'access.refused')}</span>
                <ul className="meta">{data[name]!.because.map(reason => <li key={reason}>{reason}</li>)}</ul>
              </dd>
            </div>
          ))}
          {data.fields.map(({ field, label, access, because }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>{t(`grants.access.${access === 'read' ? 'readOnly' : access}`)} <span className="meta">{because}</span></dd>
            </div>
          ))}
        </dl>
      )}
    </Modal>
  )
}
