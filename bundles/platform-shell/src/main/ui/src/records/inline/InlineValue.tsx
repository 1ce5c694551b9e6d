import { EditOutlined } from '@ant-design/icons'
import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { useRef, useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldView } from '../fields/FieldView'
import { isInline } from './inline'
import { InlineEditor } from './InlineEditor'

interface Props { type: RecordType; record: RecordData; field: Field; editable: boolean }

/** A value on a record's page; clicking it, or the pen beside it, edits it in place. */
export function InlineValue({ type, record, field, editable }: Props) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const pen = useRef<HTMLButtonElement>(null)
  if (!editable || !isInline(field, record)) return <FieldView field={field} record={record} />
  if (editing) {
    return <InlineEditor type={type} record={record} field={field} buttons leave={() => { setEditing(false); setTimeout(() => pen.current?.focus()) }} />
  }
  const clicked = (event: MouseEvent) => {
    if ((event.target as Element).closest('a, button') || window.getSelection()?.toString()) return
    setEditing(true)
  }
  return (
    <span className="inline-value" onClick={clicked}>
      <FieldView field={field} record={record} />
      <button ref={pen} type="button" className="inline-pen" aria-label={t('inline.edit', { field: field.label })} onClick={() => setEditing(true)}><EditOutlined aria-hidden /></button>
    </span>
  )
}
