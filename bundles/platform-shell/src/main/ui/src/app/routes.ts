import type { ContributedRoute, TypeSummary } from '@tenon/sdk'

export type Place = 'list' | 'new' | 'import' | 'duplicates' | 'merge' | 'record'

export type Found =
  | { kind: 'records'; type: string; place: Place; id: string | null }
  | { kind: 'page'; plugin: string; page: string; path: string }

/** The contributed page at a path: the longest route that is a prefix of it wins. */
export function findRoute(path: string, routes: ContributedRoute[], types: TypeSummary[]): Found | null {
  const all: ContributedRoute[] = [
    ...routes,
    ...types.map((type): ContributedRoute => ({ path: type.route, kind: 'records', type: type.name })),
  ]
  const clean = path.replace(/\/+$/, '')
  const best = all
    .filter(route => clean === route.path || clean.startsWith(route.path + '/'))
    .reduce<ContributedRoute | null>((longest, route) => (longest && longest.path.length >= route.path.length ? longest : route), null)
  if (!best) return null
  const rest = clean.slice(best.path.length + 1)
  if (best.kind === 'page') return { kind: 'page', plugin: best.plugin, page: best.page, path: rest }
  if (rest.includes('/')) return null
  const place: Place = rest === '' ? 'list' : rest === 'new' ? 'new' : rest === 'import' || rest === 'duplicates' || rest === 'merge' ? rest : 'record'
  return { kind: 'records', type: best.type, place, id: place === 'record' ? rest : null }
}
