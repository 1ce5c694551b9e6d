import { HolderOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import type { RecordData, RecordType } from '@tenon/sdk'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { titleOf } from '../titleOf'

interface Props { type: RecordType; record: RecordData; shown: boolean; waiting: boolean; peek: (id: string | null) => void }

/** A record on its day: a click peeks, its handle moves it from the keyboard. */
export function CalendarEntry({ type, record, shown, waiting, peek }: Props) {
  const { t } = useTranslation()
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useDraggable({ id: record.id, disabled: waiting, attributes: { roleDescription: t('drag.role') } })
  const { onKeyDown, ...pointing } = listeners ?? {}
  const clicked = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('button')) return
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    peek(record.id)
  }
  return (
    <li ref={setNodeRef} data-id={record.id} className={['calendar-entry', shown && 'shown', isDragging && 'dragged', waiting && 'waiting'].filter(Boolean).join(' ')} onClick={clicked} {...pointing}>
      <Link to={`${type.route}/${record.id}`} draggable={false} title={titleOf(record, type)}>{titleOf(record, type)}</Link>
      <button type="button" ref={setActivatorNodeRef} className="drag-handle" {...attributes} onKeyDown={onKeyDown as never} aria-label={t('drag.handle', { name: titleOf(record, type) })}><HolderOutlined aria-hidden /></button>
    </li>
  )
}
