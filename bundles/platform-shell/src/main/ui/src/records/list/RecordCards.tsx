import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLongPress } from '../../util/useLongPress'
import { FieldView } from '../fields/FieldView'
import { isEmpty } from '../form/diff'
import { titleOf } from '../titleOf'

const SHOWN = 4

interface Props { type: RecordType; columns: Field[]; rows: RecordData[]; selected?: string[]; select?: (ids: string[]) => void }

/** A list on a phone: one card a record; with `select`, a long press, or the button above, ticks cards instead of opening them. */
export function RecordCards({ type, columns, rows, selected = [], select }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const selecting = asked || selected.length > 0
  const fields = columns.filter(column => column.name !== type.titleField)
  const toggle = (id: string) => select?.(selected.includes(id) ? selected.filter(other => other !== id) : [...selected, id])
  const pressed = useLongPress(id => { if (!selected.includes(id)) select?.([...selected, id]) })
  const leave = () => {
    setAsked(false)
    select?.([])
  }
  return (
    <>
      {select && <div className="cards-bar">
        {selecting && <Checkbox checked={selected.length === rows.length} indeterminate={selected.length > 0 && selected.length < rows.length}
          onChange={event => select(event.target.checked ? rows.map(row => row.id) : [])}>{t('list.selectAll')}</Checkbox>}
        <Button type="text" onClick={selecting ? leave : () => setAsked(true)}>{t(selecting ? 'list.selectDone' : 'list.selectSome')}</Button>
      </div>}
      <ul className={selecting ? 'cards selecting' : 'cards'} aria-label={type.plural}>
        {rows.map(row => (
          <li key={row.id} className={selected.includes(row.id) ? 'chosen' : undefined} {...(select ? pressed(row.id) : {})}>
            {selecting
              ? <Checkbox className="card-tick" checked={selected.includes(row.id)} onChange={() => toggle(row.id)} aria-label={t('list.select', { title: titleOf(row, type) })}><span className="card-link">{titleOf(row, type)}</span></Checkbox>
              : <Link to={`${type.route}/${row.id}`} className="card-link">{titleOf(row, type)}</Link>}
            <dl>
              {fields.filter(field => !isEmpty(row[field.name] as string)).slice(0, SHOWN).map(field => (
                <div key={field.name}><dt>{field.label}</dt><dd><FieldView field={field} record={row} compact /></dd></div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}
