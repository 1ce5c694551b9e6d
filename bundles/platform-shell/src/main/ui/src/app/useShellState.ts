import { useQuery } from '@tanstack/react-query'
import { api, type Contributions, type Session, type Shell } from '@tenon/sdk'
import { useCallback, useMemo } from 'react'
import { shownTheme, useSettings } from './settings'
import { guard } from './unsaved'

export const NOTHING: Contributions = { revision: 0, menu: [], routes: [], plugins: [], slots: [], widgets: [], commands: [] }

export const CONTRIBUTIONS = ['contributions'] as const

/** What pages see of the shell: who is signed in, what is contributed, how it looks. */
export function useShellState(session: Session): { shell: Shell; ready: boolean; error: unknown } {
  const { language, theme, density, timeZone } = useSettings()
  const { data, error } = useQuery({
    queryKey: CONTRIBUTIONS, staleTime: Infinity,
    queryFn: ({ signal }) => api.get<Contributions>('/api/shell/contributions', {}, signal),
  })
  const can = useCallback((permission: string) => session.permissions?.includes(permission) ?? false, [session])
  const contributions = useMemo(() => ({ ...NOTHING, ...data }), [data])
  const shown = shownTheme(theme)
  const shell = useMemo(
    () => ({ session, contributions, language, timeZone, theme: shown, density, can, guard }),
    [session, contributions, language, timeZone, shown, density, can],
  )
  return { shell, ready: data !== undefined, error }
}
