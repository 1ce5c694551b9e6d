import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { Link } from 'react-router'
import { FieldView } from '../fields/FieldView'
import { isEmpty } from '../form/diff'
import { titleOf } from '../titleOf'

const SHOWN = 3

/** What a card says of its record. */
export function CardFace({ type, record, fields }: { type: RecordType; record: RecordData; fields: Field[] }) {
  return (
    <>
      <Link to={`${type.route}/${record.id}`} className="board-title" draggable={false}>{titleOf(record, type)}</Link>
      <dl>
        {fields.filter(field => !isEmpty(record[field.name] as string)).slice(0, SHOWN).map(field => (
          <div key={field.name}><dt className="hidden">{field.label}</dt><dd title={field.label}><FieldView field={field} record={record} compact /></dd></div>
        ))}
      </dl>
    </>
  )
}
