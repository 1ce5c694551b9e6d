import { useEffect, useRef } from 'react'

/** How long the letter after G is waited for. */
const LETTER_MS = 1500

/** Whether the key was meant for what one writes in. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="combobox"], [role="dialog"]') !== null)
}

interface Keys { palette: () => void; map: () => void; create: () => void; go: (letter: string) => void }

/** The keys that work everywhere. */
export function useKeyboard({ palette, map, create, go }: Keys): void {
  const going = useRef(-LETTER_MS)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target)
      const key = event.key.toLowerCase()
      if (plain && event.timeStamp - going.current < LETTER_MS && /^[a-z]$/.test(key)) {
        going.current = -LETTER_MS
        event.preventDefault()
        event.stopImmediatePropagation()
        go(key)
      } else if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && key === 'k') {
        event.preventDefault()
        palette()
      } else if (plain && key === '?') {
        event.preventDefault()
        map()
      } else if (plain && key === 'g') {
        going.current = event.timeStamp
      } else if (plain && key === 'c') {
        // The page goes first: a list creates what it lists.
        setTimeout(() => { if (!event.defaultPrevented) create() })
      }
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  })
}
