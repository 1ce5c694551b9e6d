import { useRecords, useRecordType, type Field, type RecordType } from '@tenon/sdk'
import type { RecordListProps } from '@tenon/sdk/components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { FieldView } from '../records/fields/FieldView'
import { isRight } from '../records/list/alignment'
import { Pager } from '../records/list/Pager'
import { titleOf } from '../records/titleOf'

/** A table of records for a plugin's page: the cells of our lists, without their tools. */
export function RecordList({ type: name, filter, sort, limit = 25, columns, empty }: RecordListProps) {
  const { t } = useTranslation()
  const [cursor, setCursor] = useState<string | null>(null)
  const { data: type, error: unknown } = useRecordType(name)
  const { data: page, error, refetch, isPlaceholderData } = useRecords(type, { filter, sort, limit, cursor })
  const failure = unknown ?? error
  if (failure) return <Broken error={failure} retry={() => void refetch()} />
  if (!type || !page) return <PageSkeleton rows={4} />
  if (page.items.length === 0) return <p className="muted">{empty ?? t('list.empty', { type: type.plural })}</p>
  const shown = columnsOf(type, columns)
  return (
    <>
      <div className={isPlaceholderData ? 'table-frame stale' : 'table-frame'}>
        <table className="records" aria-label={type.plural}>
          <thead><tr>{shown.map(field => <th key={field.name} scope="col" className={isRight(field) ? 'right' : undefined}>{field.label}</th>)}</tr></thead>
          <tbody>
            {page.items.map(record => (
              <tr key={record.id}>
                {shown.map(field => field.name === type.titleField
                  ? <th key={field.name} scope="row"><Link to={`${type.route}/${record.id}`}>{titleOf(record, type)}</Link></th>
                  : <td key={field.name} className={isRight(field) ? 'right' : undefined}><div className="cell"><FieldView field={field} record={record} compact /></div></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} turn={setCursor} />
    </>
  )
}

function columnsOf(type: RecordType, names: string[] | undefined): Field[] {
  if (names) return names.flatMap(name => type.fields.find(field => field.name === name) ?? [])
  return type.fields.filter(field => field.list > 0).sort((a, b) => a.list - b.list)
}
