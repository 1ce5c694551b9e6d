import { useQuery } from '@tanstack/react-query'
import { api, type Condition, type RecordType } from '@tenon/sdk'
import type { Shape } from '../list/useListState'

export interface ViewColumn { name: string; width?: number | null }
export interface Grantee { id: string; label: string }
export interface Sharing { everyone: boolean; departments: Grantee[]; roles: Grantee[] }
export type ViewDensity = 'compact' | 'middle' | 'comfortable'

/** A saved view, as `/api/records/views` answers it. */
export interface SavedView {
  id: string
  version: number
  type: string
  name: string
  owner: Grantee
  mine: boolean
  editable: boolean
  shared: boolean
  sharing: Sharing | null
  condition: Condition | null
  columns: ViewColumn[]
  sort: string | null
  /** `as` says whether it is a board or a calendar; sections of a list without. */
  group: { field: string; as?: Shape | null } | null
  density: ViewDensity | null
  /** What is searched for; null for nothing. */
  q: string | null
  /** Fields that had to be taken out, because they are gone. */
  problems: string[]
  /** True if parts were taken out that the member may not see. */
  limited: boolean
  pinned: boolean
  default: boolean
}

export interface ViewList { items: SavedView[]; default: string | null; mayShare: boolean }

/** What a view keeps of a list. */
export type Kept = Pick<SavedView, 'condition' | 'columns' | 'sort' | 'group' | 'density' | 'q'>

export const viewsKey = (type: string) => ['views', type] as const

export function useViews(type: RecordType) {
  return useQuery({
    queryKey: viewsKey(type.name), staleTime: 60_000,
    queryFn: ({ signal }) => api.get<ViewList>('/api/records/views', { type: type.name }, signal),
  })
}

/** The body that keeps a view. */
export function wish(type: string, name: string, kept: Kept, sharing: Sharing | null, version?: number) {
  return {
    type, name, version, condition: kept.condition, columns: kept.columns, sort: kept.sort, group: kept.group, density: kept.density, q: kept.q,
    sharing: sharing && { everyone: sharing.everyone, departments: sharing.departments.map(one => one.id), roles: sharing.roles.map(one => one.id) },
  }
}
