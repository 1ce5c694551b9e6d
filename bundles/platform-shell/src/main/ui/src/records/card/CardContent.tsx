import { useRecord, useRecordType, type Field, type RecordData, type RecordType } from '@tenon/sdk'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldView } from '../fields/FieldView'
import { isEmpty } from '../form/diff'
import { TRACES } from '../layout'
import { titleOf } from '../titleOf'

const GAP = 6
const EDGE = 8
const KINDS: Field['type'][] = ['phones', 'phone', 'emails', 'email', 'department']

/** What one wants to know of a record without opening it: whose it is, how to reach them, when they were last spoken to. */
export function cardFields(type: RecordType, record: RecordData): Field[] {
  const filled = type.fields.filter(field => !isEmpty(record[field.name] as string) && field.name !== type.titleField)
  const owner = filled.filter(field => field.name === 'ownerId')
  const reach = KINDS.flatMap(kind => filled.filter(field => field.type === kind && field.name !== 'departmentId').slice(0, 1)).slice(0, 3)
  const contacts = filled.filter(field => field.type === 'dateTime' && field.list > 0 && !TRACES.includes(field.name)).slice(0, 2)
  return [...owner, ...reach, ...contacts]
}

/** The card, below its link where there is room, else above. A record the member may not read has none. */
export function CardContent({ type: name, id, link }: { type: string; id: string; link: HTMLElement }) {
  const { t } = useTranslation()
  const own = useId()
  const card = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  const { data: type } = useRecordType(name)
  const { data: record } = useRecord(type, id)
  useLayoutEffect(() => {
    if (!card.current || !record) return
    const at = link.getBoundingClientRect()
    const { width, height } = card.current.getBoundingClientRect()
    const below = at.bottom + GAP + height < window.innerHeight
    setPlace({ left: Math.max(EDGE, Math.min(at.left, window.innerWidth - width - EDGE)), top: below ? at.bottom + GAP : Math.max(EDGE, at.top - GAP - height) })
  }, [link, record])
  useEffect(() => {
    if (!record) return
    link.setAttribute('aria-describedby', own)
    return () => link.removeAttribute('aria-describedby')
  }, [link, own, record])
  if (!type || !record) return null
  const fields = cardFields(type, record)
  return (
    <div ref={card} id={own} className="hover-card" role="tooltip" style={place}>
      <p className="meta">{type.label}</p>
      <p className="hover-title">{titleOf(record, type)}</p>
      {fields.length === 0 && <p className="muted">{t('card.nothing')}</p>}
      <dl>{fields.map(field => <div key={field.name}><dt>{field.label}</dt><dd><FieldView field={field} record={record} compact /></dd></div>)}</dl>
    </div>
  )
}
