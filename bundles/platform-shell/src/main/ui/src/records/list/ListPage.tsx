import { useDictionaries, type RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useState, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { usePhone } from '../../util/usePhone'
import { useTitle } from '../../util/useTitle'
import { SearchNote } from '../../search/SearchNote'
import { BulkProgress } from '../bulk/BulkProgress'
import { usePaths } from '../conditions/usePaths'
import { EDIT } from '../record/editing'
import { layTrail } from '../trail'
import { useView } from '../views/useView'
import type { SavedView } from '../views/views'
import { ViewBar } from '../views/ViewBar'
import { CardsEnd } from './CardsEnd'
import { FilterBar } from './FilterBar'
import { Grouped } from './Grouped'
import { ListEmpty } from './ListEmpty'
import { ListHeader } from './ListHeader'
import { PeekPanel } from './PeekPanel'
import { RecordCards } from './RecordCards'
import { RecordTable } from './RecordTable'
import { SelectionBar } from './SelectionBar'
import { fieldsFor } from './shapes'
import { treeField, treeOrder } from './tree'
import { choicesOf, useColumns } from './useColumns'
import { useEndless } from './useEndless'
import { rowLink, useListKeys } from './useListKeys'
import { useListState } from './useListState'

const Board = lazy(() => import('../board/Board').then(module => ({ default: module.Board })))
const Calendar = lazy(() => import('../calendar/Calendar').then(module => ({ default: module.Calendar })))
const ExportDialog = lazy(() => import('../export/ExportDialog').then(module => ({ default: module.ExportDialog })))

/** So many records one can walk through from a record's page. */
const TRAIL = 1000
const NO_DEPTHS = {}
const ROW_PIXELS = { compact: 32, middle: 40, comfortable: 48 }

/** The list of a record type, from its metadata alone. */
export function ListPage({ type }: { type: RecordType }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { view, views, ready } = useView(type)
  const columns = useColumns(type, view)
  const fields = usePaths(type, asksFurther(params, view))
  const state = useListState(type, columns.columns, view, fields)
  const group = fieldsFor(type, state.as).find(field => field.name === state.group)
  const shape = group && !state.deleted ? state.as : null
  const list = useEndless(ready && columns.ready ? type : undefined, state.query)
  const { page, error } = list
  const [apart, setApart] = useState<string[]>([])
  const [exporting, setExporting] = useState(false)
  useDictionaries(choicesOf(columns.columns))
  const [selected, setSelected] = useState<string[]>([])
  const [bulk, setBulk] = useState<string | null>(null)
  useTitle(type.plural)

  const filtered = state.condition !== null || state.q !== ''
  const parent = treeField(type)
  const asTree = parent !== null && !filtered && !state.deleted && !group && !params.has('sort') && !list.more
  const { rows, depths } = useMemo(() => {
    return asTree ? treeOrder(list.rows, parent) : { rows: list.rows, depths: NO_DEPTHS }
  }, [list.rows, asTree, parent])
  const ids = shape ? apart : rows.map(row => row.id)
  const trail = JSON.stringify(ids.slice(0, TRAIL))
  useEffect(() => {
    layTrail(type.name, { search: params.toString(), ids: JSON.parse(trail) as string[] })
  }, [type.name, params, trail])
  useEffect(() => setSelected([]), [state.query])

  const open = (id: string) => void navigate(`${type.route}/${id}`)
  const peek = (id: string | null) => (phone && id ? open(id) : state.change({ peek: id }))
  const edit = (id: string) => void navigate(`${type.route}/${id}`, { state: EDIT })
  useListKeys({ ids, peek: state.peek, setPeek: peek, open, edit, create: type.can.includes('create') ? () => void navigate(`${type.route}/new`) : undefined })

  const empty = page && rows.length === 0 && !group
  const kept = () => ({ condition: state.condition, columns: columns.kept, sort: state.sort === type.defaultSort ? null : state.sort, group: state.group ? { field: state.group, ...(state.as && { as: state.as }) } : null, density: state.density, q: state.q || null })
  const density = state.density ?? columns.density
  const rowHeight = density ? ({ '--row': `${ROW_PIXELS[density]}px` } as CSSProperties) : undefined
  return (
    <div className={shape ? `page list-page shape-${shape}` : 'page list-page'} style={rowHeight}>
      <ListHeader type={type} state={state} total={page?.total} columns={columns} openExport={() => setExporting(true)} />
      {!state.deleted && <ViewBar type={type} views={views} view={view} changed={state.changed} kept={kept} />}
      <FilterBar type={type} fields={fields} state={state} />
      <SearchNote search={page?.search} />
      {error !== null && !page && <Broken error={error} retry={list.retry} />}
      {!page && error === null && <PageSkeleton rows={12} />}
      {empty && <ListEmpty type={type} filtered={filtered} state={state} />}
      {shape && group && (
        <Suspense fallback={<PageSkeleton rows={12} />}>
          {shape === 'board' ? <Board type={type} field={group} columns={columns.columns} state={state} peek={peek} shows={setApart} /> : <Calendar type={type} field={group} state={state} peek={peek} shows={setApart} />}
        </Suspense>
      )}
      {group && !shape && <Grouped type={type} columns={columns} field={group} state={state} selected={selected} select={setSelected} peek={peek} />}
      {rows.length > 0 && !group && (phone
        ? <RecordCards type={type} columns={columns.columns} rows={rows} selected={selected} select={setSelected} />
        : <RecordTable type={type} columns={columns} rows={rows} depths={depths} state={state} stale={list.stale} more={list.more} look={list.look} selected={selected} select={setSelected} peek={peek} />)}
      {phone && !group && rows.length > 0 && list.more && <CardsEnd reached={() => list.look(0, rows.length - 1)} />}
      {phone && !shape && type.can.includes('create') && rows.length > 0 && selected.length === 0 && !bulk && (
        <Button className="phone-create" type="primary" size="large" onClick={() => void navigate(`${type.route}/new`)}>{t('list.create', { type: type.label })}</Button>
      )}
      {bulk ? <BulkProgress type={type} id={bulk} follow={setBulk} close={() => setBulk(null)} />
        : selected.length > 0 && <SelectionBar type={type} ids={selected} total={page?.total} query={state.query} clear={() => setSelected([])} started={job => { setSelected([]); setBulk(job) }} />}
      {exporting && <Suspense fallback={null}><ExportDialog type={type} state={state} columns={columns} close={() => setExporting(false)} /></Suspense>}
      {state.peek && !phone && <PeekPanel type={type} id={state.peek} ids={ids} show={peek} close={() => { const last = state.peek; peek(null); if (last) rowLink(last)?.focus() }} />}
    </div>
  )
}

/** Whether the address or the view asks about fields of referred records. */
function asksFurther(params: URLSearchParams, view: SavedView | null): boolean {
  const paths = [...params.keys()].some(name => name.startsWith('f.') && name.slice(2).includes('.'))
  return paths || /"var":"[^"]+\.[^"]+"/.test((params.get('where') ?? '') + JSON.stringify(view?.condition ?? null))
}
