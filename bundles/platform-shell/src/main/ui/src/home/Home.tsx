import { useShell } from '@tenon/sdk'
import { SettingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemembered } from '../app/remembered'
import { FirstSteps } from '../help/FirstSteps'
import { useTitle } from '../util/useTitle'
import { Card } from './Card'
import { arranged, widgetsOf, type Tile } from './tiles'

const Arranging = lazy(() => import('./Arranging').then(module => ({ default: module.Arranging })))

/** Where one arrives: the widgets areas offer, as the member, or the member's role, has arranged them. */
export function Home() {
  const { t } = useTranslation()
  const { session, contributions } = useShell()
  const { ready, value, keep } = useRemembered<Tile[]>('home')
  const [arranging, setArranging] = useState(false)
  useTitle(t('home.title'))
  const widgets = useMemo(() => widgetsOf(contributions, t('home.recent')), [contributions, t])
  const tiles = arranged(Array.isArray(value) ? value : null, widgets)
  const cards = (
    <div className="home-grid">
      {tiles.map(tile => { const widget = widgets.find(known => known.id === tile.id); return widget && <Card key={tile.id} widget={widget} size={tile.size} /> })}
    </div>
  )
  return (
    <div className="page home">
      <div className="page-header">
        <h1>{t('home.greeting', { name: session.member?.name })}</h1>
        <div className="page-actions">
          {!arranging && <Button icon={<SettingOutlined aria-hidden />} onClick={() => setArranging(true)}>{t('home.arrange')}</Button>}
        </div>
      </div>
      {/* They arrive late, and would push away what is being dragged. */}
      {!arranging && <FirstSteps />}
      {ready && (arranging ? <Suspense fallback={cards}><Arranging widgets={widgets} tiles={tiles} keep={keep} done={() => setArranging(false)} /></Suspense> : cards)}
      {contributions.revision > 0 && contributions.menu.length === 0 && <p className="muted">{t('home.empty')}</p>}
    </div>
  )
}
