import { useShell } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FirstSteps } from '../help/FirstSteps'
import { Slots } from '../plugins/Slots'
import { useTitle } from '../util/useTitle'
import { Icon } from './icons'
import { menuGroups } from './menu'

/** Where one arrives: the areas at hand, and the widgets they contribute. */
export function Home() {
  const { t } = useTranslation()
  const { session, contributions } = useShell()
  useTitle(t('home.title'))
  const groups = menuGroups(contributions.menu)
  return (
    <div className="page">
      <h1>{t('home.greeting', { name: session.member?.name })}</h1>
      <FirstSteps />
      <div className="home-grid">
        <Slots slot="home/v1" />
        {groups.map(({ entry, children }) => (
          <section key={entry.id} className="card" aria-label={entry.label}>
            <h2 className="card-title"><Icon name={entry.icon} /> {entry.label}</h2>
            <ul className="home-links">
              {(children.length > 0 ? children : [entry]).map(child => <li key={child.id}><Link to={child.path!}>{child.label}</Link></li>)}
            </ul>
          </section>
        ))}
        {contributions.revision > 0 && groups.length === 0 && <p className="muted">{t('home.empty')}</p>}
      </div>
    </div>
  )
}
