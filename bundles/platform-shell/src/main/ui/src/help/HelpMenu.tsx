import { QuestionCircleOutlined } from '@ant-design/icons'
import { useShell } from '@tenon/sdk'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { usePhone } from '../util/usePhone'
import { changePreferences } from '../session/session'
import { ADMINISTER } from './FirstSteps'

/** Help about the page one is on, the keys, and for administrators the first steps. */
export function HelpMenu({ openHelp, openMap }: { openHelp: () => void; openMap: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const phone = usePhone()
  const { can } = useShell()
  const tour = () => {
    void changePreferences({ toured: false }, true)
    void navigate('/')
  }
  const items = [
    { key: 'page', label: t('help.open'), onClick: openHelp },
    ...(phone ? [] : [{ key: 'map', label: t('keyboard.title'), onClick: openMap }]),
    ...(can(ADMINISTER) ? [{ key: 'tour', label: t('tour.title'), onClick: tour }] : []),
  ]
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }}>
      <Button type="text" icon={<QuestionCircleOutlined aria-hidden />} aria-haspopup="menu" aria-label={t('help.menu')} />
    </Dropdown>
  )
}
