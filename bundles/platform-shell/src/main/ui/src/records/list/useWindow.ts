import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'

/** Up to so many rows are all on the page, so that the browser's own search finds them. */
export const WHOLE = 150
const STEP = 10
const MARGIN = 20
const GUESSED_PIXELS = 40

interface Window { from: number; to: number; row: number }

/**
 * Which of many rows of one height are drawn: those in sight and some around them. `look` hears which are in sight.
 *
 * @param frame what scrolls
 */
export function useWindow(frame: RefObject<HTMLElement | null>, count: number, look: (first: number, last: number) => void): Window & { windowed: boolean } {
  const windowed = count > WHOLE
  const [{ from, to, row }, setShown] = useState<Window>({ from: 0, to: MARGIN * 2, row: GUESSED_PIXELS })
  const place = () => {
    const element = frame.current
    if (!element) return
    const height = element.querySelector<HTMLElement>('tr[data-id]')?.offsetHeight ?? row
    const first = Math.floor(element.scrollTop / height)
    const last = Math.ceil((element.scrollTop + element.clientHeight) / height)
    look(first, Math.min(last, count - 1))
    const next = { from: Math.max(0, Math.floor(first / STEP) * STEP - MARGIN), to: Math.ceil(last / STEP) * STEP + MARGIN, row: height }
    setShown(known => (known.from === next.from && known.to === next.to && known.row === next.row ? known : next))
  }
  useLayoutEffect(place)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    element.addEventListener('scroll', place, { passive: true })
    window.addEventListener('resize', place)
    return () => {
      element.removeEventListener('scroll', place)
      window.removeEventListener('resize', place)
    }
  })
  return windowed ? { from: Math.min(from, Math.max(0, count - MARGIN)), to: Math.min(to, count), row, windowed } : { from: 0, to: count, row, windowed }
}
