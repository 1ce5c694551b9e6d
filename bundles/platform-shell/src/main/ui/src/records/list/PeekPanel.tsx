import { CloseOutlined, DownOutlined, ExpandOutlined, UpOutlined } from '@ant-design/icons'
import { useRecord, type RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { Sections } from '../record/Sections'
import { titleOf } from '../titleOf'

interface Props { type: RecordType; id: string; ids: string[]; show: (id: string | null) => void; close: () => void }

/** A record beside its list; the list stays alive. */
export function PeekPanel({ type, id, ids, show, close }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: record, error } = useRecord(type, id)
  const at = ids.indexOf(id)
  const title = record ? titleOf(record, type) : type.label
  return (
    <aside className="peek" aria-label={t('peek.title', { title })}>
      <div className="peek-header">
        <h2>{title}</h2>
        <Button type="text" icon={<UpOutlined aria-hidden />} disabled={at <= 0} aria-label={t('record.previous')} onClick={() => show(ids[at - 1] ?? null)} />
        <Button type="text" icon={<DownOutlined aria-hidden />} disabled={at < 0 || at >= ids.length - 1} aria-label={t('record.next')} onClick={() => show(ids[at + 1] ?? null)} />
        <Button type="text" icon={<ExpandOutlined aria-hidden />} aria-label={t('peek.open')} onClick={() => void navigate(`${type.route}/${id}`)} />
        <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('action.close')} onClick={close} />
      </div>
      <div className="peek-body">
        {error && <Broken error={error} />}
        {!record && !error && <PageSkeleton />}
        {record && <Sections key={record.id} type={type} record={record} single />}
      </div>
    </aside>
  )
}
