import { useQuery } from '@tanstack/react-query'
import { api, keys, type Condition, type Field, type RecordType } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { ColumnHeaders } from './ColumnHeaders'
import { GroupRows } from './GroupRows'
import { ListEmpty } from './ListEmpty'
import { rowClick } from './rowClick'
import type { Columns } from './useColumns'
import type { ListState } from './useListState'

export interface Group { value: string | boolean | null; label: string | null; count: number; condition: Condition; sum?: string | null }

interface Props {
  type: RecordType
  columns: Columns
  field: Field
  state: ListState
  selected: string[]
  select: (ids: string[]) => void
  peek: (id: string | null) => void
}

/** A list divided by a field: counted by the server in one go, rows fetched as groups are opened. */
export function Grouped({ type, columns, field, state, selected, select, peek }: Props) {
  const { t } = useTranslation()
  const { condition, q, deleted } = state
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.all(type.name), 'groups', field.name, condition, q, deleted],
    queryFn: ({ signal }) => api.get<{ items: Group[]; more: boolean }>(`/api/records/groups/${type.name}`,
      { by: field.name, filter: condition ? JSON.stringify(condition) : undefined, q, deleted: deleted || undefined }, signal),
  })
  if (error && !data) return <Broken error={error} retry={() => void refetch()} />
  if (!data) return <PageSkeleton rows={12} />
  if (data.items.length === 0) return <ListEmpty type={type} filtered={condition !== null || q !== ''} state={state} />
  return (
    <div className="table-frame">
      <table className="records grouped" aria-label={t('group.table', { type: type.plural, field: field.label })} onClick={rowClick(type, peek)}>
        <thead><ColumnHeaders columns={columns} state={state} tick={null} /></thead>
        {data.items.map((group, index) => (
          <GroupRows key={`${field.name} ${String(group.value)}`} type={type} columns={columns} field={field} group={group} state={state} first={index === 0} selected={selected} select={select} peek={peek} />
        ))}
      </table>
      {data.more && <p className="meta group-more">{t('group.tooMany', { count: data.items.length })}</p>}
    </div>
  )
}
