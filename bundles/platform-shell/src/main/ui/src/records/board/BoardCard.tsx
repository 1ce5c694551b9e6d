import { HolderOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import type { Field, RecordData, RecordType } from '@tenon/sdk'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { titleOf } from '../titleOf'
import { CardFace } from './CardFace'

interface Props { type: RecordType; record: RecordData; fields: Field[]; shown: boolean; waiting: boolean; peek: (id: string | null) => void }

/** A record on a board: dragged anywhere on it by mouse and finger, by its handle from the keyboard; a click peeks. */
export function BoardCard({ type, record, fields, shown, waiting, peek }: Props) {
  const { t } = useTranslation()
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useDraggable({ id: record.id, disabled: waiting, attributes: { roleDescription: t('drag.role') } })
  const { onKeyDown, ...pointing } = listeners ?? {}
  const clicked = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('a, button')) return
    if (event.ctrlKey || event.metaKey) window.open(`${type.route}/${record.id}`, '_blank', 'noopener')
    else peek(record.id)
  }
  return (
    <li ref={setNodeRef} data-id={record.id} className={['board-card', shown && 'shown', isDragging && 'dragged', waiting && 'waiting'].filter(Boolean).join(' ')} onClick={clicked} {...pointing}>
      <CardFace type={type} record={record} fields={fields} />
      <button type="button" ref={setActivatorNodeRef} className="drag-handle" {...attributes} onKeyDown={onKeyDown as never} aria-label={t('drag.handle', { name: titleOf(record, type) })}>
        <HolderOutlined aria-hidden />
      </button>
    </li>
  )
}
