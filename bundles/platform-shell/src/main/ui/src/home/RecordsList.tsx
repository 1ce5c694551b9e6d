import { useRecords, useRecordType, type RecordWidget } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { FieldView } from '../records/fields/FieldView'
import { isRight } from '../records/list/alignment'
import { titleOf } from '../records/titleOf'
import { listPath } from './listPath'

const SHOWN = 8

/** The first records of an order, and the way to all of them. */
export function RecordsList({ widget }: { widget: RecordWidget }) {
  const { t } = useTranslation()
  const { data: type } = useRecordType(widget.type)
  const { data: page, error, refetch } = useRecords(type, { filter: widget.filter, sort: widget.sort, limit: SHOWN, fields: type && [type.titleField, ...widget.fields] })
  if (error && !page) return <Broken error={error} retry={() => void refetch()} />
  if (!type || !page) return <PageSkeleton rows={4} />
  if (page.items.length === 0) return <p className="muted">{t('home.nothing')}</p>
  const columns = widget.fields.flatMap(name => type.fields.find(field => field.name === name) ?? [])
  return (
    <>
      <div className="related-frame">
        <table className="plain" aria-label={widget.title}>
          <thead className="hidden"><tr><th scope="col">{type.label}</th>{columns.map(column => <th key={column.name} scope="col">{column.label}</th>)}</tr></thead>
          <tbody>
            {page.items.map(record => (
              <tr key={record.id}>
                <th scope="row"><Link to={`${type.route}/${record.id}`} data-card={`${type.name} ${record.id}`}>{titleOf(record, type)}</Link></th>
                {columns.map(column => <td key={column.name} className={isRight(column) ? 'right' : undefined}><FieldView field={column} record={record} compact /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {page.next && <Link className="quiet-link" to={listPath(type, widget)}>{t('home.showAll')}</Link>}
    </>
  )
}
