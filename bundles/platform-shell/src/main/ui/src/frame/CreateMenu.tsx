import { PlusOutlined } from '@ant-design/icons'
import { useRecordTypes } from '@tenon/sdk'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

/** Everything the member may create, from wherever one is. */
export function CreateMenu({ open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: types } = useRecordTypes()
  const creatable = types?.filter(type => type.can.includes('create')) ?? []
  if (creatable.length === 0) return null
  const items = creatable.map(type => ({ key: type.route, label: type.label }))
  return (
    <Dropdown open={open} onOpenChange={setOpen} autoFocus trigger={['click']} menu={{ items, onClick: ({ key }) => void navigate(`${key}/new`) }}>
      <Button type="text" icon={<PlusOutlined aria-hidden />} aria-haspopup="menu" aria-label={t('frame.create')} />
    </Dropdown>
  )
}
