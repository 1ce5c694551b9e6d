import { DownOutlined } from '@ant-design/icons'
import { useShell, type MenuEntry } from '@tenon/sdk'
import { Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Icon } from './icons'
import { currentEntry, menuGroups, type MenuGroup } from './menu'

const CLOSED = 'tenon.navigation.closed'

/** The menu as areas contribute it; groups fold, and remember it. */
export function Navigation({ narrow = false }: { narrow?: boolean }) {
  const { t } = useTranslation()
  const { contributions } = useShell()
  const { pathname } = useLocation()
  const [closed, setClosed] = useState<string[]>(() => JSON.parse(localStorage.getItem(CLOSED) ?? '[]') as string[])
  const groups = menuGroups(contributions.menu)
  const current = currentEntry(contributions.menu, pathname)

  const fold = (id: string) => {
    const next = closed.includes(id) ? closed.filter(other => other !== id) : [...closed, id]
    localStorage.setItem(CLOSED, JSON.stringify(next))
    setClosed(next)
  }

  const entry = (item: MenuEntry, icon?: string | null) => {
    const link = (
      <Link to={item.path!} className="nav-entry" aria-current={item.id === current?.id ? 'page' : undefined}
        aria-label={narrow ? item.label : undefined}>
        {(narrow || icon) && <Icon name={item.icon ?? icon} />}
        {!narrow && <span className="nav-label">{item.label}</span>}
        {!narrow && !!item.badge && <span className="nav-badge">{item.badge > 99 ? '99+' : item.badge}</span>}
      </Link>
    )
    return <li key={item.id}>{narrow ? <Tooltip title={item.label} placement="right">{link}</Tooltip> : link}</li>
  }

  const group = ({ entry: head, children }: MenuGroup) => {
    if (children.length === 0) return entry(head, head.icon ?? 'app')
    const open = narrow || !closed.includes(head.id)
    return (
      <li key={head.id} className="nav-group">
        {!narrow && (
          <button type="button" className="nav-head" aria-expanded={open} onClick={() => fold(head.id)}>
            <Icon name={head.icon} />
            <span className="nav-label">{head.label}</span>
            <span className={open ? 'nav-fold' : 'nav-fold closed'} aria-hidden="true"><DownOutlined /></span>
          </button>
        )}
        {open && <ul>{children.map(child => entry(child, narrow ? head.icon : null))}</ul>}
      </li>
    )
  }

  return (
    <nav className={narrow ? 'navigation narrow' : 'navigation'} aria-label={t('frame.navigation')}>
      <ul>
        {entry({ id: 'home', label: t('home.title'), icon: 'home', path: '/', order: 0 }, 'home')}
        {groups.map(group)}
      </ul>
    </nav>
  )
}
