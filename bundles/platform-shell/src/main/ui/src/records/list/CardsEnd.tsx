import { useEffect, useRef } from 'react'

/** Stands below cards; whoever comes near it gets more of them. */
export function CardsEnd({ reached }: { reached: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(reached)
  useEffect(() => { latest.current = reached })
  useEffect(() => {
    const watch = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) latest.current() }, { rootMargin: '600px' })
    watch.observe(end.current!)
    return () => watch.disconnect()
  })
  return <div ref={end} className="cards-end" aria-hidden="true"><span className="late coming-bar" /></div>
}
