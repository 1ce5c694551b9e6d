import { useShell, type RecordData, type RecordType } from '@tenon/sdk'
import { Alert, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { EntryForm } from './EntryForm'
import { EntryRow } from './EntryRow'
import { useEntries } from './useEntries'

/** Whom a record is open to beside those its owner and department let in: team, shares, until when. */
export function SharingDialog({ type, record, close }: { type: RecordType; record: RecordData; close: () => void }) {
  const { t } = useTranslation()
  const { session } = useShell()
  const { data, error, busy, refusal, put, remove } = useEntries(type, record)
  return (
    <Modal open title={t('sharing.title')} onCancel={close} footer={null} width={720}>
      <p className="muted">{t('sharing.text')}</p>
      {error && <Broken error={error} />}
      {!data && !error && <PageSkeleton rows={3} />}
      {refusal && <Alert type="error" showIcon role="alert" title={refusal} />}
      {data?.entries.length === 0 && <p className="muted">{t('sharing.empty')}</p>}
      {data && data.entries.length > 0 && (
        <ul className="entries">
          {data.entries.map(entry => (
            <EntryRow key={`${entry.way} ${entry.grantee}`} entry={entry} manage={data.manage} busy={busy} own={entry.way !== 'department' && entry.grantee === session.member?.id}
              put={next => void put(next)} remove={() => void remove(entry)} />
          ))}
        </ul>
      )}
      {data?.manage ? <EntryForm busy={busy} add={put} /> : data && <p className="muted">{t('sharing.readOnly')}</p>}
    </Modal>
  )
}
