import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined, SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { HelpMenu } from '../help/HelpMenu'
import { usePhone } from '../util/usePhone'
import { JobIndicator } from '../jobs/JobIndicator'
import { Brand } from './Brand'
import { CreateMenu } from './CreateMenu'
import { MemberMenu } from './MemberMenu'
import { MentionBell } from './MentionBell'

interface Props { toggleNavigation: () => void; expanded: boolean; openPalette: () => void; openHelp: () => void; openMap: () => void; creating: boolean; setCreating: (open: boolean) => void }

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent)

export function TopBar({ toggleNavigation, expanded, openPalette, openHelp, openMap, creating, setCreating }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const icon = phone ? <MenuOutlined aria-hidden /> : expanded ? <MenuFoldOutlined aria-hidden /> : <MenuUnfoldOutlined aria-hidden />
  return (
    <header className="top-bar">
      <div className="top-left">
        <Button type="text" icon={icon} onClick={toggleNavigation} aria-expanded={expanded}
          aria-label={t(phone ? 'frame.menu' : 'frame.fold')} />
        <Link to="/" className="brand-link" aria-label={t('frame.home')}><Brand small /></Link>
      </div>
      <button type="button" className="top-search" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
        <SearchOutlined aria-hidden />
        <span>{t('palette.open')}</span>
        <kbd>{MAC ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <div className="top-right">
        <CreateMenu open={creating} setOpen={setCreating} />
        <JobIndicator />
        <HelpMenu openHelp={openHelp} openMap={openMap} />
        <MentionBell />
        <MemberMenu />
      </div>
    </header>
  )
}
