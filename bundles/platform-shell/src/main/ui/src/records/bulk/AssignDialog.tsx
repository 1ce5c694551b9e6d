import type { Field, RecordType } from '@tenon/sdk'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReferenceInput } from '../fields/ReferenceInput'
import { BulkDialog } from './BulkDialog'

interface Props { type: RecordType; size: string; count: number; submit: (values: Record<string, unknown>, along: boolean) => Promise<void>; close: () => void }

/** Who gets the records. */
export function AssignDialog({ type, size, count, submit, close }: Props) {
  const { t } = useTranslation()
  const [owner, setOwner] = useState<string | null>(null)
  const followers = type.followedBy ?? []
  const [along, setAlong] = useState(followers.length > 0)
  const field = { name: 'ownerId', label: t('bulk.newOwner'), type: 'member', required: true } as Field
  return (
    <BulkDialog title={t('bulk.assignTitle', { count, size, type: type.label })} okText={t('bulk.assign', { count, size })} ready={owner !== null}
      submit={() => submit({ ownerId: owner }, along)} close={close}>
      <div className="bulk-form">
        <div className="field">
          <label htmlFor="bulk-owner" id="bulk-owner-label">{field.label}</label>
          <ReferenceInput field={field} id="bulk-owner" type="identity.member" value={owner} onChange={next => setOwner(typeof next === 'string' ? next : null)} autoFocus />
        </div>
        {followers.length > 0 && <Checkbox checked={along} onChange={event => setAlong(event.target.checked)}>{t('bulk.along', { types: followers.join(t('stream.comma')) })}</Checkbox>}
      </div>
      <p className="muted">{t('bulk.assignText')}</p>
    </BulkDialog>
  )
}
