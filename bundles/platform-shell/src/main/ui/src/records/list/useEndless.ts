import { useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, keys, listParams, type ListQuery, type Page, type RecordData, type RecordType } from '@tenon/sdk'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

const KEPT_MS = 1_800_000
/** So many rows before the end the next page is asked for. */
const AHEAD = 20

/** How far one has walked: where each page begins, and which pages are kept fresh, those in sight and their neighbours. */
interface Walk { key: string; cursors: (string | null)[]; first: number; last: number }

export interface Endless {
  rows: RecordData[]
  /** The first page, with total and search; the one of the question before while the present one is on its way. */
  page: Page | undefined
  /** Whether what shows still answers the question before. */
  stale: boolean
  /** Whether there are rows that have not arrived. */
  more: boolean
  error: unknown
  retry: () => void
  /** Tells which rows are in sight; loads what comes next. */
  look: (first: number, last: number) => void
}

const begin = (key: string): Walk => ({ key, cursors: [null], first: 0, last: 0 })

/**
 * A list without pages to turn: they are fetched one after the other as one nears the end. Live changes fetch those in sight again, the others
 * when one comes back to them. Rows of the question before stay until the first of the present one are here.
 */
export function useEndless(type: RecordType | undefined, query: ListQuery): Endless {
  const client = useQueryClient()
  const key = `${type?.name} ${JSON.stringify(query)}`
  const [kept, setKept] = useState(() => begin(key))
  const walk = kept.key === key ? kept : begin(key)
  const asked = useCallback((cursor: string | null): ListQuery => ({ ...query, cursor, total: cursor === null && query.total }), [query])
  const found = useQueries({
    queries: !type ? [] : walk.cursors.slice(walk.first, walk.last + 1).map(cursor => ({
      queryKey: keys.list(type.name, asked(cursor)), gcTime: KEPT_MS, notifyOnChangeProps: 'all' as const,
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Page>(type.path, listParams(asked(cursor)), signal),
    })),
  })
  const pages = type ? pagesOf(client, type, walk.cursors.map(asked)) : []
  const last = useRef<Page[]>([])
  const shown = pages.length > 0 || !found.some(one => one.isPending) ? pages : last.current
  useEffect(() => { if (pages.length > 0) last.current = pages })
  const identity = shown.map(page => page.items)
  const rows = useStable(identity)
  const error = found.find(one => one.error)?.error ?? null

  // After a page was fetched again the next one may begin elsewhere: what follows is walked anew.
  const wrong = pages.findIndex((page, index) => index + 1 < walk.cursors.length && page.next !== walk.cursors[index + 1])
  useEffect(() => {
    if (wrong >= 0) setKept(known => (known.key === key ? { ...known, cursors: known.cursors.slice(0, wrong + 1), first: Math.min(known.first, wrong), last: wrong } : known))
  }, [wrong, key])

  const look = (from: number, to: number) => {
    if (pages.length === 0) return
    const starts = pages.map((_, index) => pages.slice(0, index).reduce((sum, page) => sum + page.items.length, 0))
    const at = (row: number) => Math.max(0, starts.findLastIndex(start => start <= row))
    const next = pages.length === walk.cursors.length && to + AHEAD >= rows.length ? pages.at(-1)!.next : null
    const cursors = next ? [...walk.cursors, next] : walk.cursors
    const first = Math.max(0, at(from) - 1)
    const end = Math.min(cursors.length - 1, at(to) + 1)
    if (next || first !== walk.first || end !== walk.last) setKept({ key, cursors, first, last: end })
  }
  return {
    rows, page: shown[0], stale: shown !== pages, more: pages.length < walk.cursors.length || !!pages.at(-1)?.next, error, look,
    retry: () => { for (const one of found) if (one.error) void one.refetch() },
  }
}

/** The pages that are here, up to the first that is not. */
function pagesOf(client: QueryClient, type: RecordType, queries: ListQuery[]): Page[] {
  const pages = queries.map(one => client.getQueryData<Page>(keys.list(type.name, one)))
  const missing = pages.indexOf(undefined)
  return (missing < 0 ? pages : pages.slice(0, missing)) as Page[]
}

/** All rows in one array that stays the same while its parts do; a record that moved from one page to the next shows once. */
function useStable(parts: RecordData[][]): RecordData[] {
  const before = useRef<{ parts: RecordData[][]; rows: RecordData[] }>({ parts: [], rows: [] })
  return useMemo(() => {
    const same = parts.length === before.current.parts.length && parts.every((part, index) => part === before.current.parts[index])
    if (!same) {
      const seen = new Set<string>()
      before.current = { parts, rows: parts.flat().filter(row => !seen.has(row.id) && seen.add(row.id)) }
    }
    return before.current.rows
  }, [parts])
}
