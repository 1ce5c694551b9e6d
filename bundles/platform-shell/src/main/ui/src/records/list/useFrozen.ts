import { useLayoutEffect, useState, type RefObject } from 'react'

/** Widths of the columns as the first rows made them, so that they do not move while others are scrolled in; null while they may. */
export function useFrozen(table: RefObject<HTMLTableElement | null>, key: string | null): number[] | null {
  const [frozen, setFrozen] = useState<{ key: string; widths: number[] } | null>(null)
  const widths = key !== null && frozen?.key === key ? frozen.widths : null
  useLayoutEffect(() => {
    if (key === null || widths || !table.current) return
    const cells = table.current.tHead?.rows[0]?.cells ?? []
    setFrozen({ key, widths: [...cells].map(cell => cell.getBoundingClientRect().width) })
  }, [key, widths, table])
  return widths
}
