import { CopyOutlined, DeleteOutlined, EllipsisOutlined, ExportOutlined, ImportOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons'
import type { Page, RecordType } from '@tenon/sdk'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatTotal } from '../../util/format'
import { usePhone } from '../../util/usePhone'
import { comparedFields } from '../duplicates/hits'
import { ColumnChooser } from './ColumnChooser'
import { GroupMenu } from './GroupMenu'
import { ShapeSwitch } from './ShapeSwitch'
import type { Columns } from './useColumns'
import type { ListState } from './useListState'

interface Props { type: RecordType; state: ListState; total: Page['total']; columns: Columns; openExport: () => void }

/** Title and total at the left, what one can do with the list at the right. */
export function ListHeader({ type, state, total, columns, openExport }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const phone = usePhone()
  const items: NonNullable<MenuProps['items']> = [
    ...(type.can.includes('import') ? [{ key: 'import', icon: <ImportOutlined aria-hidden />, label: t('import.open') }] : []),
    ...(type.can.includes('export') && !state.deleted ? [{ key: 'export', icon: <ExportOutlined aria-hidden />, label: t('export.open') }] : []),
    ...(comparedFields(type).length > 0 && !state.deleted ? [{ key: 'duplicates', icon: <CopyOutlined aria-hidden />, label: t('duplicates.open') }] : []),
    state.deleted
      ? { key: 'bin', icon: <UndoOutlined aria-hidden />, label: t('list.leaveBin') }
      : { key: 'bin', icon: <DeleteOutlined aria-hidden />, label: t('list.bin') },
  ]
  const choice = (key: string) => {
    if (key === 'export') openExport()
    else if (key === 'import' || key === 'duplicates') void navigate(`${type.route}/${key}`)
    else state.change({ deleted: state.deleted ? null : 'true', peek: null })
  }
  return (
    <div className="page-header">
      <h1>{state.deleted ? t('list.binOf', { type: type.plural }) : type.plural}</h1>
      {total && <span className="meta" role="status">{t('list.total', { count: total.count, total: formatTotal(total) })}</span>}
      <div className="page-actions">
        {!state.deleted && <ShapeSwitch type={type} state={state} />}
        {!state.deleted && <GroupMenu type={type} state={state} />}
        {!phone && <ColumnChooser type={type} columns={columns} state={state} />}
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choice(key) }} placement="bottomRight">
          <Button icon={<EllipsisOutlined aria-hidden />} aria-label={t('action.more')} aria-haspopup="menu" />
        </Dropdown>
        {type.can.includes('create') && !state.deleted && !phone && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate(`${type.route}/new`)}>{t('list.create', { type: type.label })}</Button>
        )}
      </div>
    </div>
  )
}
