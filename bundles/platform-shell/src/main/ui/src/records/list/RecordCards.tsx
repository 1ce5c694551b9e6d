import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { Link } from 'react-router'
import { FieldView } from '../fields/FieldView'
import { isEmpty } from '../form/diff'
import { titleOf } from '../titleOf'

const SHOWN = 4

/** A list on a phone: one card a record. */
export function RecordCards({ type, columns, rows }: { type: RecordType; columns: Field[]; rows: RecordData[] }) {
  const fields = columns.filter(column => column.name !== type.titleField)
  return (
    <ul className="cards" aria-label={type.plural}>
      {rows.map(row => (
        <li key={row.id}>
          <Link to={`${type.route}/${row.id}`} className="card-link">{titleOf(row, type)}</Link>
          <dl>
            {fields.filter(field => !isEmpty(row[field.name] as string)).slice(0, SHOWN).map(field => (
              <div key={field.name}><dt>{field.label}</dt><dd><FieldView field={field} record={row} compact /></dd></div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
