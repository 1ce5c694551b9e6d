import { useRef, type PointerEvent } from 'react'

const HOLD_MS = 500
const SLIP_PIXELS = 10

/** Handlers for something that is pressed and held with a finger; a finger that slips is scrolling. The click that follows a hold is swallowed. */
export function useLongPress(held: (id: string) => void) {
  const press = useRef<{ x: number; y: number; timer: ReturnType<typeof setTimeout> } | null>(null)
  const swallow = useRef(false)
  const end = () => {
    clearTimeout(press.current?.timer)
    press.current = null
  }
  return (id: string) => ({
    onPointerDown: (event: PointerEvent) => {
      swallow.current = false
      if (event.pointerType === 'mouse') return
      const timer = setTimeout(() => {
        swallow.current = true
        held(id)
      }, HOLD_MS)
      press.current = { x: event.clientX, y: event.clientY, timer }
    },
    onPointerMove: (event: PointerEvent) => {
      const began = press.current
      if (began && Math.hypot(event.clientX - began.x, event.clientY - began.y) > SLIP_PIXELS) end()
    },
    onPointerUp: end,
    onPointerCancel: end,
    onContextMenu: (event: { preventDefault: () => void }) => {
      if (swallow.current) event.preventDefault()
    },
    onClickCapture: (event: { preventDefault: () => void; stopPropagation: () => void }) => {
      if (!swallow.current) return
      swallow.current = false
      event.preventDefault()
      event.stopPropagation()
    },
  })
}
