import { GroupOutlined } from '@ant-design/icons'
import type { RecordType } from '@tenon/sdk'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { fieldsFor } from './shapes'
import type { ListState } from './useListState'

const PLAIN = ''

/** By which field the list is divided. */
export function GroupMenu({ type, state }: { type: RecordType; state: ListState }) {
  const { t } = useTranslation()
  const fields = fieldsFor(type, state.as)
  const present = fields.find(field => field.name === state.group)
  const items = [...(state.as ? [] : [{ key: PLAIN, label: t('group.none') }]), ...fields.map(field => ({ key: field.name, label: field.label }))]
  return (
    <Dropdown trigger={['click']} placement="bottomRight"
      menu={{ className: 'long-menu', items, selectable: true, selectedKeys: [present?.name ?? PLAIN], onClick: ({ key }) => state.change({ group: key, ...(state.as && { as: state.as }) }) }}>
      <Button icon={<GroupOutlined aria-hidden />} aria-label={present ? t('group.by', { field: present.label }) : t('group.open')} aria-haspopup="menu">{present?.label}</Button>
    </Dropdown>
  )
}
