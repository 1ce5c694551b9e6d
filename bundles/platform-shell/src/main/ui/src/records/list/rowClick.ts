import type { RecordType } from '@tenon/sdk'
import type { MouseEvent } from 'react'

/** A click on a row peeks, with Ctrl or ⌘ it opens the full page in a tab of its own; what is on the row has clicks of its own, and text can be marked. */
export function rowClick(type: RecordType, peek: (id: string) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    const on = event.target as HTMLElement
    const id = on.closest<HTMLElement>('tr[data-id]')?.dataset.id
    if (!id || event.detail > 1 || on.closest('a, button, input, label, .inline-editor') || window.getSelection()?.toString()) return
    if (event.ctrlKey || event.metaKey) window.open(`${type.route}/${id}`, '_blank', 'noopener')
    else peek(id)
  }
}
