import type { Condition, Field, ListQuery, RecordType } from '@tenon/sdk'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { both, split } from '../conditions/split'
import { named } from '../views/useView'
import type { SavedView, ViewDensity } from '../views/views'
import { readFilters, toCondition, writeFilters, type Filter } from './filters'
import { treeField } from './tree'

const PAGE_SIZE = 50
const WHOLE_TREE = 200
const NONE = 'none'
const PARTS = ['where', 'sort', 'cols', 'group', 'as', 'density', 'q'] as const
const SHAPES = ['board', 'calendar']

export type Shape = 'board' | 'calendar'

export interface ListState {
  query: ListQuery
  /** The chips. */
  filters: Filter[]
  /** What no chip shows. */
  where: Condition | null
  /** Chips and the rest together. */
  condition: Condition | null
  q: string
  sort: string
  /** The field the list is divided by. */
  group: string | null
  /** How it is divided; null for the sections of a list, or none. */
  as: Shape | null
  /** The month a calendar shows, `2026-11`; null for the present one. */
  month: string | null
  density: ViewDensity | null
  deleted: boolean
  peek: string | null
  /** True if the list is not as its view, or the plain list, has it. */
  changed: boolean
  setFilters: (filters: Filter[]) => void
  setWhere: (where: Condition | null) => void
  /** Neither filters nor a search. */
  clear: () => void
  /** Only what this holds for, as a plain list. */
  narrow: (further: Condition) => void
  setCondition: (condition: Condition | null) => void
  /** Changes other parts of the address; null drops one. */
  change: (parts: Partial<Record<'q' | 'sort' | 'deleted' | 'peek' | 'group' | 'as' | 'month' | 'density', string | null>>) => void
}

const touched = (params: URLSearchParams) => params.has('where') || [...params.keys()].some(name => name.startsWith('f.'))

function readWhere(params: URLSearchParams): Condition | null {
  try {
    const text = params.get('where')
    return text && text !== NONE ? (JSON.parse(text) as Condition) : null
  } catch {
    return null
  }
}

/** The state of a list lives in the address, on top of the view it names, so that it can be shared, and the way back leads to it. */
export function useListState(type: RecordType, columns: Field[], view: SavedView | null, fields: Field[]): ListState {
  const [params, setParams] = useSearchParams()
  const { filters, where } = useMemo(() => {
    if (view && !touched(params)) {
      const { filters: chips, rest } = split(view.condition, fields)
      return { filters: chips, where: rest }
    }
    return { filters: readFilters(params), where: readWhere(params) }
  }, [params, view, fields])
  const sort = params.get('sort') ?? view?.sort ?? type.defaultSort
  const group = params.has('group') ? params.get('group') : view?.group?.field ?? null
  const shape = params.get('as') ?? (params.has('group') ? null : view?.group?.as ?? null)
  const density = (params.get('density') ?? view?.density ?? null) as ViewDensity | null
  const deleted = params.get('deleted') === 'true'
  const q = params.get('q') ?? view?.q ?? ''
  const tree = treeField(type)
  const condition = useMemo(() => both(where, toCondition(filters, fields)), [where, filters, fields])
  const query = useMemo((): ListQuery => ({
    filter: condition, sort, limit: tree ? WHOLE_TREE : PAGE_SIZE, cursor: null, q, total: true, deleted,
    fields: [...new Set([type.titleField, ...columns.map(column => column.name), ...(tree ? [tree] : [])])],
  }), [condition, type, sort, q, deleted, columns, tree])

  const write = (chips: Filter[], rest: Condition | null, plain = false, unsearched = false) => {
    const next = writeFilters(named(params, view), chips)
    if (unsearched) {
      if (view?.q) next.set('q', '')
      else next.delete('q')
    }
    if (plain) {
      if (view) next.set('group', '')
      else next.delete('group')
    }
    if (rest) next.set('where', JSON.stringify(rest))
    else if (view && chips.length === 0) next.set('where', NONE)
    else next.delete('where')
    setParams(next, { replace: true })
  }
  return {
    query, filters, where, condition, q, sort, group: group || null, as: SHAPES.includes(shape ?? '') ? (shape as Shape) : null, month: params.get('month'), density, deleted, peek: params.get('peek'),
    changed: touched(params) || PARTS.some(part => params.has(part)),
    setFilters: next => write(next, where),
    setWhere: next => write(filters, next),
    clear: () => write([], null, false, true),
    narrow: further => {
      const { filters: chips, rest } = split(both(condition, further), fields)
      write(chips, rest, true)
    },
    setCondition: next => {
      const { filters: chips, rest } = split(next, fields)
      write(chips, rest)
    },
    change: parts => {
      const next = named(params, view)
      for (const [name, value] of Object.entries(parts)) {
        const emptied = (name === 'group' && value === '' && view) || (name === 'q' && view?.q)
        if (value || emptied) next.set(name, value ?? '')
        else next.delete(name)
      }
      setParams(next, { replace: true })
    },
  }
}
