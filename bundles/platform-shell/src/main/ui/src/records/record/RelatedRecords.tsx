import { PlusOutlined } from '@ant-design/icons'
import { useRecords, useRecordType, type Condition, type Field, type RecordData, type RecordType, type RelatedList } from '@tenon/sdk'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatTotal } from '../../util/format'
import { usePhone } from '../../util/usePhone'
import { FieldView } from '../fields/FieldView'
import { prefill } from '../form/prefill'
import { RecordCards } from '../list/RecordCards'
import { defaultColumns } from '../list/useColumns'
import { titleOf } from '../titleOf'

const SHOWN = 10
const COLUMNS = 5

/** The records of another type that refer to this one. */
export function RelatedRecords({ related, parent, parentType }: { related: RelatedList; parent: RecordData; parentType: RecordType }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const { data: type } = useRecordType(related.type)
  const field = type?.fields.find(known => known.name === related.field)
  const any = !!field && (field.reference === '*' || !!field.reference?.includes(','))
  const target = any ? { type: parentType.name, id: parent.id } : parent.id
  const columns = useMemo(
    () => (type ? defaultColumns(type).filter(name => name !== related.field).slice(0, COLUMNS) : [])
      .flatMap(name => type?.fields.find(known => known.name === name) ?? []),
    [type, related.field])
  const filter = { [field?.type === 'references' ? 'has' : '==']: [{ var: related.field }, target] } as Condition
  const { data: page } = useRecords(type && field ? type : undefined, { filter, limit: SHOWN, total: true })
  if (!type || !field) return null
  const rows = page?.items ?? []
  const add = `${type.route}/new?${prefill(related.field, any ? `${parentType.name}:${parent.id}` : parent.id, `${parentType.route}/${parent.id}`)}`
  return (
    <section className="card" aria-label={related.label}>
      <div className="card-header">
        <h2 className="card-title">{related.label} {page?.total && <span className="meta">{formatTotal(page.total)}</span>}</h2>
        {type.can.includes('create') && !parent.deletedAt && <Link className="quiet-link" to={add}><PlusOutlined aria-hidden /> {t('list.create', { type: type.label })}</Link>}
      </div>
      {page && rows.length === 0 && <p className="muted">{t('related.empty', { type: type.plural })}</p>}
      {rows.length > 0 && (phone ? <RecordCards type={type} columns={columns} rows={rows} /> : <Rows type={type} columns={columns} rows={rows} label={related.label} />)}
      {page?.next && !any && <Link className="quiet-link" to={`${type.route}?f.${related.field}=in:${parent.id}`}>{t('related.all', { type: type.plural })}</Link>}
    </section>
  )
}

function Rows({ type, columns, rows, label }: { type: RecordType; columns: Field[]; rows: RecordData[]; label: string }) {
  return (
    <div className="related-frame">
      <table className="plain" aria-label={label}>
        <thead><tr>{columns.map(column => <th key={column.name} scope="col">{column.label}</th>)}</tr></thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              {columns.map(column => column.name === type.titleField
                ? <th key={column.name} scope="row"><Link to={`${type.route}/${row.id}`}>{titleOf(row, type)}</Link></th>
                : <td key={column.name}><div className="cell"><FieldView field={column} record={row} compact /></div></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
