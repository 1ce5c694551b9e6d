import { useDictionaries, useRecords, type RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { usePhone } from '../../util/usePhone'
import { useTitle } from '../../util/useTitle'
import { BulkProgress } from '../bulk/BulkProgress'
import { SearchNote } from '../../search/SearchNote'
import { layTrail } from '../trail'
import { FilterBar } from './FilterBar'
import { ListEmpty } from './ListEmpty'
import { ListHeader } from './ListHeader'
import { Pager } from './Pager'
import { PeekPanel } from './PeekPanel'
import { RecordCards } from './RecordCards'
import { RecordTable } from './RecordTable'
import { SelectionBar } from './SelectionBar'
import { treeField, treeOrder } from './tree'
import { choicesOf, useColumns } from './useColumns'
import { useListKeys } from './useListKeys'
import { useListState } from './useListState'

/** The list of a record type, from its metadata alone. */
export function ListPage({ type }: { type: RecordType }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { columns, names, choose } = useColumns(type)
  const state = useListState(type, columns)
  const { data: page, error, isPlaceholderData, refetch } = useRecords(type, state.query)
  useDictionaries(choicesOf(columns))
  const [selected, setSelected] = useState<string[]>([])
  const [bulk, setBulk] = useState<string | null>(null)
  useTitle(type.plural)

  const filtered = state.filters.length > 0 || state.q !== ''
  const parent = treeField(type)
  const asTree = parent !== null && !filtered && !state.deleted && !params.has('sort') && !page?.next && !page?.previous
  const { rows, depths } = useMemo(() => {
    const items = page?.items ?? []
    return asTree ? treeOrder(items, parent) : { rows: items, depths: {} }
  }, [page, asTree, parent])
  const ids = rows.map(row => row.id)
  const trail = JSON.stringify(ids)
  useEffect(() => {
    layTrail(type.name, { search: params.toString(), ids: JSON.parse(trail) as string[] })
  }, [type.name, params, trail])
  useEffect(() => setSelected([]), [state.query])

  const open = (id: string) => void navigate(`${type.route}/${id}`)
  const peek = (id: string | null) => (phone && id ? open(id) : state.change({ peek: id }))
  useListKeys({ ids, peek: state.peek, setPeek: peek, open, create: type.can.includes('create') ? () => void navigate(`${type.route}/new`) : undefined })

  const empty = page && rows.length === 0
  return (
    <div className="page list-page">
      <ListHeader type={type} state={state} total={page?.total} names={names} choose={choose} />
      <FilterBar type={type} state={state} />
      <SearchNote search={page?.search} />
      {error && !page && <Broken error={error} retry={() => void refetch()} />}
      {!page && !error && <PageSkeleton rows={12} />}
      {empty && <ListEmpty type={type} filtered={filtered} state={state} />}
      {rows.length > 0 && (phone
        ? <RecordCards type={type} columns={columns} rows={rows} />
        : <RecordTable type={type} columns={columns} rows={rows} depths={depths} state={state} stale={isPlaceholderData} selected={selected} select={setSelected} peek={peek} />)}
      {page && (page.next || page.previous) && <Pager page={page} turn={cursor => state.change({ cursor })} />}
      {phone && type.can.includes('create') && rows.length > 0 && (
        <Button className="phone-create" type="primary" size="large" onClick={() => void navigate(`${type.route}/new`)}>{t('list.create', { type: type.label })}</Button>
      )}
      {bulk ? <BulkProgress type={type} id={bulk} follow={setBulk} close={() => setBulk(null)} />
        : selected.length > 0 && <SelectionBar type={type} ids={selected} total={page?.total} query={state.query} clear={() => setSelected([])} started={job => { setSelected([]); setBulk(job) }} />}
      {state.peek && !phone && <PeekPanel type={type} id={state.peek} ids={ids} show={peek} />}
    </div>
  )
}
