import type { Field, RecordType } from '@tenon/sdk'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useRemembered } from '../../app/remembered'
import { readColumns, writeColumns } from '../views/columns'
import { named } from '../views/useView'
import type { SavedView, ViewColumn, ViewDensity } from '../views/views'

/** What is remembered of a member's plain list of a type. */
interface Own { columns?: ViewColumn[] | null; density?: ViewDensity | null }

/** The columns a type shows unless asked otherwise: the title first, then those with a place. */
export function defaultColumns(type: RecordType): string[] {
  const placed = type.fields.filter(field => field.list > 0 && field.name !== type.titleField).sort((a, b) => a.list - b.list)
  return [type.titleField, ...placed.map(field => field.name)]
}

/** The dictionaries whose colours the columns show. */
export function choicesOf(columns: Field[]): string[] {
  return [...new Set(columns.flatMap(column => (column.type === 'choice' && column.dictionary ? [column.dictionary] : [])))]
}

export interface Columns {
  columns: Field[]
  names: string[]
  /** Pixels, of columns that have been given a width. */
  widths: Record<string, number>
  /** As a view keeps them. */
  kept: ViewColumn[]
  choose: (columns: ViewColumn[] | null) => void
  /** What the member likes where neither view nor address says anything. */
  density: ViewDensity | null
  chooseDensity: (density: ViewDensity) => void
  /** False until the server has told what it remembers. */
  ready: boolean
}

/** The shown columns: those in the address, else the view's, else what the server remembers of the member; the title always stands first. */
export function useColumns(type: RecordType, view: SavedView | null): Columns {
  const [params, setParams] = useSearchParams()
  const { ready, value: own, keep } = useRemembered<Own>(`list.${type.name}`)
  const asked = params.get('cols')
  const kept = useMemo((): ViewColumn[] => {
    const wanted = readColumns(asked) ?? (view?.columns.length ? view.columns : view ? null : own?.columns) ?? defaultColumns(type).map(name => ({ name }))
    const title = wanted.find(column => column.name === type.titleField) ?? { name: type.titleField }
    return [title, ...wanted.filter(column => column !== title && type.fields.some(field => field.name === column.name))]
  }, [type, view, asked, own])
  const columns = useMemo(() => kept.flatMap(column => type.fields.find(field => field.name === column.name) ?? []), [type, kept])
  const widths = useMemo(() => Object.fromEntries(kept.flatMap(({ name, width }) => (width ? [[name, width]] : []))), [kept])
  const choose = (next: ViewColumn[] | null) => {
    if (view || asked) {
      const changed = named(params, view)
      if (next) changed.set('cols', writeColumns(next))
      else changed.delete('cols')
      setParams(changed, { replace: true })
      return
    }
    keep({ ...own, columns: next })
  }
  const chooseDensity = (density: ViewDensity) => {
    if (!view && !params.has('density')) return keep({ ...own, density })
    const changed = named(params, view)
    changed.set('density', density)
    setParams(changed, { replace: true })
  }
  return { columns, names: kept.map(column => column.name), widths, kept, choose, density: own?.density ?? null, chooseDensity, ready }
}
