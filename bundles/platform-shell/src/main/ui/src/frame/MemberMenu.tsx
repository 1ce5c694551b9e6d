import { useShell } from '@tenon/sdk'
import { Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { LANGUAGES, useSettings, type Density, type Language, type Theme } from '../app/settings'
import { changePreferences, signOut } from '../session/session'
import { Face } from './Face'
import { LANGUAGE_NAMES } from './LanguageSwitch'
import { DENSITIES, THEMES } from './useShellCommands'

/** Who one is, how the shell looks and speaks, and the way out. */
export function MemberMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { session } = useShell()
  const settings = useSettings()
  const member = session.member
  if (!member) return null

  const items: MenuProps['items'] = [
    { key: 'me', label: <><strong>{member.name}</strong><br /><span className="meta">{member.login}</span></> },
    { key: 'jobs', label: t('jobs.title') },
    { type: 'divider' },
    { key: 'language', type: 'group', label: t('me.language'), children: LANGUAGES.map(name => ({ key: `language:${name}`, label: <span lang={name}>{LANGUAGE_NAMES[name]}</span> })) },
    { key: 'theme', type: 'group', label: t('me.theme'), children: THEMES.map(name => ({ key: `theme:${name}`, label: t(`me.theme.${name}`) })) },
    { key: 'density', type: 'group', label: t('me.density'), children: DENSITIES.map(name => ({ key: `density:${name}`, label: t(`me.density.${name}`) })) },
    { type: 'divider' },
    { key: 'out', label: t('me.signOut') },
  ]

  const choose = (key: string) => {
    if (key === 'me') return void navigate('/me')
    if (key === 'jobs') return void navigate('/jobs')
    if (key === 'out') return void signOut()
    const [what, name] = key.split(':') as [string, string]
    void changePreferences(
      what === 'language' ? { language: name as Language } : what === 'theme' ? { theme: name as Theme } : { density: name as Density }, true)
  }

  const selected = [`language:${settings.language}`, `theme:${settings.theme}`, `density:${settings.density}`]
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, selectable: true, multiple: true, selectedKeys: selected, onClick: ({ key }) => choose(key) }}>
      <button type="button" className="me" aria-haspopup="menu" aria-label={t('me.open', { name: member.name })}>
        <Face id={member.id} name={member.name} />
      </button>
    </Dropdown>
  )
}
