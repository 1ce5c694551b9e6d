import { queries } from '../app/queries'
import { remember, REMEMBERED } from '../app/remembered'

/** A record the member looked at, and what it was called then. */
export interface Visit { type: string; id: string; title: string }

export const RECENT = 'recent'

const MOST = 12

/** The newest first, each once. */
export const visited = (known: Visit[], visit: Visit): Visit[] => [visit, ...known.filter(({ type, id }) => type !== visit.type || id !== visit.id)].slice(0, MOST)

/** Notes that the member opened a record. */
export function noteVisit(visit: Visit): void {
  const text = queries.getQueryData<Record<string, string>>(REMEMBERED)?.[RECENT]
  const known = text ? (JSON.parse(text) as Visit[]) : []
  const [last] = known
  if (queries.getQueryData(REMEMBERED) === undefined || (last?.id === visit.id && last.title === visit.title)) return
  void remember(RECENT, visited(known, visit))
}
