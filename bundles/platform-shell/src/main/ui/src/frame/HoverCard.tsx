import { lazy, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'react-router'

const CardContent = lazy(() => import('../records/card/CardContent').then(module => ({ default: module.CardContent })))

const LINGER_MS = 350
const LEAVE_MS = 180

interface Shown { type: string; id: string; link: HTMLElement }

const linkAt = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null)

/** The card of whatever record the pointer rests on, or the focus stands on; one for the whole page, so that a thousand chips cost nothing. Esc hides it. */
export function HoverCard() {
  const [shown, setShown] = useState<Shown | null>(null)
  const { pathname, search } = useLocation()
  useEffect(() => setShown(null), [pathname, search])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (next: Shown | null, wait: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => setShown(next), wait)
    }
    const enter = (event: Event) => {
      const link = linkAt(event.target)
      if (link?.dataset.card) {
        const [type = '', id = ''] = link.dataset.card.split(' ')
        later({ type, id, link }, LINGER_MS)
      } else if (event.target instanceof Element && event.target.closest('.hover-card')) {
        clearTimeout(timer)
      } else {
        later(null, LEAVE_MS)
      }
    }
    const leave = () => later(null, LEAVE_MS)
    const hide = (event: KeyboardEvent) => { if (event.key === 'Escape') { clearTimeout(timer); setShown(null) } }
    document.addEventListener('mouseover', enter)
    document.addEventListener('focusin', enter)
    document.addEventListener('mousedown', leave)
    document.addEventListener('scroll', leave, true)
    document.addEventListener('keydown', hide)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('mouseover', enter)
      document.removeEventListener('focusin', enter)
      document.removeEventListener('mousedown', leave)
      document.removeEventListener('scroll', leave, true)
      document.removeEventListener('keydown', hide)
    }
  }, [])
  if (!shown) return null
  return <Suspense fallback={null}><CardContent key={shown.id} {...shown} /></Suspense>
}
