import { useQuery } from '@tanstack/react-query'
import { api } from '@tenon/sdk'
import { useCallback, useMemo } from 'react'
import { queries } from './queries'

const PATH = '/api/identity/session/remembered'

export const REMEMBERED = ['remembered'] as const

type Notes = Record<string, string>

/** What the server remembers of the member for the pages; asked for once. */
export function useNotes() {
  return useQuery({
    queryKey: REMEMBERED, staleTime: Infinity,
    queryFn: async ({ signal }) => (await api.get<{ items: Notes }>(PATH, {}, signal)).items,
  })
}

/**
 * What a page remembers of the member under a name, on every machine they sign in on. `ready` once the server has told; null if there is
 * nothing, or nothing that can be read. Keeping null forgets it, which brings back what a role of theirs begins with.
 */
export function useRemembered<T>(name: string): { ready: boolean; value: T | null; keep: (value: T | null) => void } {
  const { data, isError } = useNotes()
  const text = data?.[name]
  const value = useMemo(() => parsed<T>(text), [text])
  const keep = useCallback((next: T | null) => void remember(name, next), [name])
  return { ready: data !== undefined || isError, value, keep }
}

/** Shown at once, stored then; what the server refuses is forgotten again. */
export async function remember(name: string, value: unknown): Promise<void> {
  const content = value === null ? null : JSON.stringify(value)
  if (content !== null) queries.setQueryData<Notes>(REMEMBERED, known => ({ ...known, [name]: content }))
  const stored = await api.put(`${PATH}/${name}`, { content }).then(() => true, () => false)
  if (content === null || !stored) await queries.invalidateQueries({ queryKey: REMEMBERED })
}

function parsed<T>(text: string | undefined): T | null {
  try {
    return text === undefined ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}
