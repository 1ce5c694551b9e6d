import { DeleteOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Face } from '../../frame/Face'
import { ExpiryInput } from './ExpiryInput'
import type { Entry } from './useEntries'

interface Props { entry: Entry; own: boolean; manage: boolean; busy: boolean; put: (entry: Entry) => void; remove: () => void }

/** Someone a record is open to: how, until when, and the way to end it. */
export function EntryRow({ entry, own, manage, busy, put, remove }: Props) {
  const { t } = useTranslation()
  return (
    <li className={entry.expired ? 'entry expired' : 'entry'}>
      <span className="person">
        {entry.way !== 'department' && <Face small id={entry.grantee} name={entry.name || '?'} />}
        <span>{entry.name || entry.grantee} <span className="meta">{t(`sharing.way.${entry.way}`)}{entry.expired && ` · ${t('sharing.expired')}`}</span></span>
      </span>
      <Select value={entry.access} disabled={!manage || busy} aria-label={t('sharing.accessOf', { name: entry.name })}
        options={(['read', 'write'] as const).map(access => ({ value: access, label: t(`sharing.access.${access}`) }))}
        onChange={access => put({ ...entry, access })} />
      <ExpiryInput label={t('sharing.untilOf', { name: entry.name })} value={entry.expiresAt} disabled={!manage || busy} onChange={expiresAt => put({ ...entry, expiresAt })} />
      {(manage || own) && <Button type="text" icon={<DeleteOutlined aria-hidden />} disabled={busy} aria-label={t('sharing.remove', { name: entry.name })} onClick={remove} />}
    </li>
  )
}
