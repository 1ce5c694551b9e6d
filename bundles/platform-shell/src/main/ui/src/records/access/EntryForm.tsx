import type { Field } from '@tenon/sdk'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReferenceInput } from '../fields/ReferenceInput'
import { ExpiryInput } from './ExpiryInput'
import type { Entry, Way } from './useEntries'

const WAYS: Way[] = ['team', 'member', 'department']
const GRANTEE = { name: 'grantee', label: '', type: 'reference', required: true } as Field

interface Props { busy: boolean; add: (entry: Pick<Entry, 'way' | 'grantee' | 'access' | 'expiresAt'>) => Promise<boolean> }

/** Opens the record to one more. */
export function EntryForm({ busy, add }: Props) {
  const { t } = useTranslation()
  const [way, setWay] = useState<Way>('team')
  const [grantee, setGrantee] = useState<string | null>(null)
  const [access, setAccess] = useState<'read' | 'write'>('read')
  const [expiresAt, setExpiresAt] = useState<string | null>(null)
  const submit = async () => {
    if (grantee && await add({ way, grantee, access, expiresAt })) setGrantee(null)
  }
  return (
    <form className="entry-form" onSubmit={event => { event.preventDefault(); void submit() }}>
      <div className="field">
        <label htmlFor="sharing-way">{t('sharing.how')}</label>
        <Select id="sharing-way" className="full" value={way} options={WAYS.map(each => ({ value: each, label: t(`sharing.way.${each}`) }))}
          onChange={next => { setWay(next); setGrantee(null) }} />
      </div>
      <div className="field wide">
        <label htmlFor="sharing-grantee">{t(way === 'department' ? 'sharing.department' : 'sharing.member')}</label>
        <ReferenceInput key={way} id="sharing-grantee" field={GRANTEE} type={way === 'department' ? 'identity.department' : 'identity.member'} value={grantee}
          onChange={next => setGrantee(next as string | null)} />
      </div>
      <div className="field">
        <label htmlFor="sharing-access">{t('sharing.may')}</label>
        <Select id="sharing-access" className="full" value={access} options={(['read', 'write'] as const).map(each => ({ value: each, label: t(`sharing.access.${each}`) }))} onChange={setAccess} />
      </div>
      <div className="field">
        <label htmlFor="sharing-until">{t('sharing.until')}</label>
        <ExpiryInput id="sharing-until" label={t('sharing.until')} value={expiresAt} onChange={setExpiresAt} />
      </div>
      <Button type="primary" htmlType="submit" loading={busy} disabled={!grantee}>{t('sharing.add')}</Button>
    </form>
  )
}
