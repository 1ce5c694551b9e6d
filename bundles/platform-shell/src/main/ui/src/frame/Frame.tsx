import { useShell } from '@tenon/sdk'
import { Drawer } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { Boundary } from '../app/Boundary'
import { PageSkeleton } from '../app/PageSkeleton'
import { UnsavedGuard } from '../app/UnsavedGuard'
import { usePhone } from '../util/usePhone'
import { goals } from './goTo'
import { HoverCard } from './HoverCard'
import { LineBar } from './LineBar'
import { Navigation } from './Navigation'
import { PrintHead } from './PrintHead'
import { TopBar } from './TopBar'
import { useKeyboard } from './useKeyboard'

const loadPalette = () => import('./Palette').then(module => ({ default: module.Palette }))
const Palette = lazy(loadPalette)
const KeyboardMap = lazy(() => import('./KeyboardMap').then(module => ({ default: module.KeyboardMap })))
const HelpPanel = lazy(() => import('../help/HelpPanel').then(module => ({ default: module.HelpPanel })))

const NARROW = 'tenon.navigation.narrow'

/** Navigation at the left, bar on top, the page in the middle. */
export function Frame() {
  const { t } = useTranslation()
  const phone = usePhone()
  const { pathname } = useLocation()
  const [narrow, setNarrow] = useState(() => localStorage.getItem(NARROW) === 'true')
  const [drawer, setDrawer] = useState(false)
  const [palette, setPalette] = useState(false)
  const [map, setMap] = useState(false)
  const [help, setHelp] = useState(false)
  const [creating, setCreating] = useState(false)
  const navigate = useNavigate()
  const { contributions } = useShell()
  const go = (letter: string) => {
    const goal = goals(contributions.menu, t('home.title')).find(known => known.letter === letter)
    if (goal) void navigate(goal.path)
  }
  useKeyboard({ palette: () => setPalette(true), map: () => setMap(true), create: () => setCreating(true), go })
  useEffect(() => setDrawer(false), [pathname])
  // So that it opens at once, also the first time.
  useEffect(() => void setTimeout(() => void loadPalette(), 1500), [])

  const toggle = () => {
    if (phone) return setDrawer(true)
    localStorage.setItem(NARROW, String(!narrow))
    setNarrow(!narrow)
  }

  return (
    <div className={narrow && !phone ? 'frame narrow' : 'frame'}>
      <a className="skip" href="#main">{t('frame.skip')}</a>
      <TopBar toggleNavigation={toggle} expanded={phone ? drawer : !narrow} openPalette={() => setPalette(true)} openHelp={() => setHelp(true)} openMap={() => setMap(true)} creating={creating} setCreating={setCreating} />
      <PrintHead />
      <LineBar />
      {phone
        ? <Drawer open={drawer} onClose={() => setDrawer(false)} placement="left" size={264} title={t('frame.menu')} rootClassName="nav-drawer"><Navigation /></Drawer>
        : <Navigation narrow={narrow} />}
      <main id="main" tabIndex={-1}>
        <Boundary resetKey={pathname}>
          <Suspense fallback={<PageSkeleton />}><Outlet /></Suspense>
        </Boundary>
      </main>
      <Suspense fallback={null}>
        {palette && <Palette close={() => setPalette(false)} />}
        {help && <HelpPanel close={() => setHelp(false)} openMap={() => { setHelp(false); setMap(true) }} />}
        {map && <KeyboardMap close={() => setMap(false)} />}
      </Suspense>
      <HoverCard />
      <UnsavedGuard />
    </div>
  )
}
