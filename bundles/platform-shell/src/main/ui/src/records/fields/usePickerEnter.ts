import { useState, type KeyboardEvent } from 'react'

/** While a picker is open, Enter confirms what was typed or picked and does not send the form around it. */
export function usePickerEnter() {
  const [open, setOpen] = useState(false)
  return {
    onOpenChange: setOpen,
    onKeyDown: (event: KeyboardEvent) => { if (open && event.key === 'Enter') event.preventDefault() },
  }
}
