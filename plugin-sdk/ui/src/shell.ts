import { createContext, useContext, useEffect } from 'react'
import type { Contributions, Session } from './types'

/** What every page may ask of the shell. */
export interface Shell {
  session: Session
  contributions: Contributions
  language: string
  /** Where the member's days begin, such as `Asia/Shanghai`; undefined to follow the browser. */
  timeZone: string | undefined
  theme: 'light' | 'dark'
  density: 'compact' | 'middle' | 'comfortable'
  can: (permission: string) => boolean
  /** While a page holds the guard, leaving it asks first and an exchange of its plugin waits. */
  guard: (owner: string, unsaved: boolean) => void
}

export const ShellContext = createContext<Shell | null>(null)

export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('useShell is only usable inside the Tenon shell')
  return shell
}

/** Tells the shell that this page holds unsaved input. */
export function useUnsaved(owner: string, unsaved: boolean): void {
  const { guard } = useShell()
  useEffect(() => {
    guard(owner, unsaved)
    return () => guard(owner, false)
  }, [guard, owner, unsaved])
}
