import { useEffect } from 'react'

/** Whether the key was meant for what one writes in. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="combobox"], [role="dialog"]') !== null)
}

/** The keys that work everywhere. */
export function useKeyboard({ palette, map }: { palette: () => void; map: () => void }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        palette()
      } else if (event.key === '?' && !isWriting(event.target)) {
        event.preventDefault()
        map()
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
