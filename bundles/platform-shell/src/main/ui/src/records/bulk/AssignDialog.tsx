import type { Field, RecordType } from '@tenon/sdk'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReferenceInput } from '../fields/ReferenceInput'
import { BulkDialog } from './BulkDialog'

interface Props { type: RecordType; size: string; count: number; submit: (values: Record<string, unknown>) => Promise<void>; close: () => void }

/** Who gets the records. */
export function AssignDialog({ type, size, count, submit, close }: Props) {
  const { t } = useTranslation()
  const [owner, setOwner] = useState<string | null>(null)
  const field = { name: 'ownerId', label: t('bulk.newOwner'), type: 'member', required: true } as Field
  return (
    <BulkDialog title={t('bulk.assignTitle', { count, size, type: type.label })} okText={t('bulk.assign', { count, size })} ready={owner !== null}
      submit={() => submit({ ownerId: owner })} close={close}>
      <div className="bulk-form">
        <div className="field">
          <label htmlFor="bulk-owner" id="bulk-owner-label">{field.label}</label>
          <ReferenceInput field={field} id="bulk-owner" type="identity.member" value={owner} onChange={next => setOwner(typeof next === 'string' ? next : null)} autoFocus />
        </div>
      </div>
      <p className="muted">{t('bulk.assignText')}</p>
    </BulkDialog>
  )
}
