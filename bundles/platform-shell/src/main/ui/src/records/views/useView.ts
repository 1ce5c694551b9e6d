import type { RecordType } from '@tenon/sdk'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useViews, type SavedView, type ViewList } from './views'

const OWN = new Set(['peek', 'month'])

/** The view the address names; the member's default where it says nothing at all; null for the plain list, `view=all`. */
export function useView(type: RecordType): { view: SavedView | null; views: ViewList | undefined; ready: boolean } {
  const [params] = useSearchParams()
  const { data: views, isError } = useViews(type)
  const named = params.get('view')
  const bare = [...params.keys()].every(name => OWN.has(name))
  const view = useMemo(() => {
    const id = named ?? (bare ? views?.default : null)
    return views?.items.find(one => one.id === id) ?? null
  }, [views, named, bare])
  return { view, views, ready: views !== undefined || isError }
}

/** The address with the view it stands on by name, so that changes on top of a default one keep it. */
export function named(params: URLSearchParams, view: SavedView | null): URLSearchParams {
  const next = new URLSearchParams(params)
  if (view) next.set('view', view.id)
  return next
}
