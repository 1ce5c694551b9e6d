import { DownOutlined, EllipsisOutlined, UpOutlined } from '@ant-design/icons'
import { useShell, type RecordData, type RecordType } from '@tenon/sdk'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { FieldView } from '../fields/FieldView'
import { isEmpty } from '../form/diff'
import { titleOf } from '../titleOf'
import { neighbours, readTrail } from '../trail'
import { useRecordActions } from './useRecordActions'

interface Props { type: RecordType; record: RecordData; edit?: () => void; editing?: boolean }

const CHIPS = 3

/** Title, key facts, one primary action (its place is kept while editing), the rest under ⋯, and the way through the list one came from. */
export function RecordHeader({ type, record, edit, editing = false }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { can } = useShell()
  const trail = readTrail(type.name)
  const { previous, next, place } = neighbours(trail, record.id)
  const { items, run, dialogs } = useRecordActions(type, record)
  const facts = type.fields
    .filter(field => (field.type === 'choice' || field.type === 'member') && (field.list > 0 || field.name === 'ownerId') && !isEmpty(record[field.name] as string))
    .slice(0, CHIPS)
  return (
    <div className="record-header">
      <nav aria-label={t('record.path')} className="crumb"><Link to={type.route + (trail?.search ? `?${trail.search}` : '')}>{type.plural}</Link></nav>
      <div className="page-header">
        <h1>{titleOf(record, type)}</h1>
        <div className="page-actions">
          {place > 0 && (
            <>
              <Button type="text" icon={<UpOutlined aria-hidden />} disabled={!previous} aria-label={t('record.previous')} onClick={() => void navigate(`${type.route}/${previous}`)} />
              <Button type="text" icon={<DownOutlined aria-hidden />} disabled={!next} aria-label={t('record.next')} onClick={() => void navigate(`${type.route}/${next}`)} />
            </>
          )}
          {type.name === 'identity.role' && <Link to={`${type.route}/${record.id}/grants`} className="button-link">{t('grants.open')}</Link>}
          {type.name === 'identity.member' && can('identity:manage') && <Link to={`${type.route}/${record.id}/rights`} className="button-link">{t('rights.open')}</Link>}
          {items.length > 0 && (
            <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => run(key) }}>
              <Button icon={<EllipsisOutlined aria-hidden />} aria-label={t('action.more')} aria-haspopup="menu" />
            </Dropdown>
          )}
          {edit && <Button type="primary" className={editing ? 'kept' : undefined} onClick={edit}>{t('action.edit')}</Button>}
        </div>
      </div>
      {facts.length > 0 && (
        <ul className="facts">{facts.map(field => <li key={field.name}><span className="meta">{field.label}</span> <FieldView field={field} record={record} /></li>)}</ul>
      )}
      {dialogs}
    </div>
  )
}
