import type { Field, ListQuery, RecordType } from '@tenon/sdk'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { treeField } from './tree'
import { readFilters, toCondition, writeFilters, type Filter } from './filters'

const PAGE_SIZE = 50
const WHOLE_TREE = 200

export interface ListState {
  query: ListQuery
  filters: Filter[]
  q: string
  sort: string
  deleted: boolean
  peek: string | null
  setFilters: (filters: Filter[]) => void
  /** Changes other parts of the address; null drops one. All but `peek` and `cursor` go back to the first page. */
  change: (parts: Partial<Record<'q' | 'sort' | 'cursor' | 'deleted' | 'peek', string | null>>) => void
}

/** The state of a list lives in the address, so that it can be shared, and the way back leads to it. */
export function useListState(type: RecordType, columns: Field[]): ListState {
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  const sort = params.get('sort') ?? type.defaultSort
  const deleted = params.get('deleted') === 'true'
  const q = params.get('q') ?? ''
  const cursor = params.get('cursor')
  const tree = treeField(type)
  const query = useMemo((): ListQuery => ({
    filter: toCondition(filters, type.fields), sort, limit: tree ? WHOLE_TREE : PAGE_SIZE, cursor, q, total: true, deleted,
    fields: [...new Set([type.titleField, ...columns.map(column => column.name), ...(tree ? [tree] : [])])],
  }), [filters, type, sort, cursor, q, deleted, columns, tree])

  return {
    query, filters, q, sort, deleted, peek: params.get('peek'),
    setFilters: next => setParams(writeFilters(params, next), { replace: true }),
    change: parts => {
      const next = new URLSearchParams(params)
      if (Object.keys(parts).some(name => name !== 'peek' && name !== 'cursor')) next.delete('cursor')
      for (const [name, value] of Object.entries(parts)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      setParams(next, { replace: !('cursor' in parts) })
    },
  }
}
