import { HolderOutlined } from '@ant-design/icons'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Props { name: string; label: string; hide: () => void; children: ReactNode }

/** A shown column in the chooser: dragged to its place by its handle. */
export function ColumnRow({ name, label, hide, children }: Props) {
  const { t } = useTranslation()
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id: name, attributes: { roleDescription: t('drag.role') } })
  return (
    <li ref={setNodeRef} className={isDragging ? 'dragged' : undefined} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <button type="button" ref={setActivatorNodeRef} className="drag-handle" {...attributes} {...listeners} aria-label={t('columns.move', { column: label })}><HolderOutlined aria-hidden /></button>
      <Checkbox checked onChange={hide}>{label}</Checkbox>
      <span>{children}</span>
    </li>
  )
}
