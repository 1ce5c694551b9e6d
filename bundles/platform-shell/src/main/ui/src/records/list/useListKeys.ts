import { useEffect } from 'react'
import { isWriting } from '../../frame/useKeyboard'

interface Keys { ids: string[]; peek: string | null; setPeek: (id: string | null) => void; open: (id: string) => void; edit: (id: string) => void; create?: () => void }

/** Where a record of the list can have the focus: its row, or its card. */
export const rowLink = (id: string) => document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] a`)

/** J and K walk the rows, Space peeks, Enter opens, E edits, C creates, / searches, Esc closes the panel. */
export function useListKeys({ ids, peek, setPeek, open, edit, create }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      const focused = document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset.id
      const here = ids.indexOf(peek ?? focused ?? '')
      const key = event.key.toLowerCase()
      if (key === 'j' || key === 'k') {
        const next = ids[Math.max(0, Math.min(ids.length - 1, here + (key === 'j' ? 1 : -1)))]
        if (!next) return
        rowLink(next)?.focus()
        if (peek) setPeek(next)
      } else if (key === ' ' && focused && !document.activeElement?.matches('button, input')) {
        setPeek(peek === focused ? null : focused)
      } else if (key === 'enter' && focused && document.activeElement?.tagName === 'TR') {
        open(focused)
      } else if (key === 'escape' && peek) {
        setPeek(null)
        rowLink(peek)?.focus()
      } else if (key === 'e' && (peek ?? focused)) {
        edit((peek ?? focused)!)
      } else if (key === 'c' && create) {
        create()
      } else if (key === '/') {
        document.getElementById('list-search')?.focus()
      } else {
        return
      }
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
