import { ColumnWidthOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Size, Widget } from './tiles'

interface Props { widget: Widget; size: Size; resize: () => void; remove: () => void }

/** A widget while the page is arranged: dragged by its handle, made wider, taken away. */
export function ArrangedCard({ widget, size, resize, remove }: Props) {
  const { t } = useTranslation()
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id: widget.id, attributes: { roleDescription: t('drag.role') } })
  return (
    <li ref={setNodeRef} data-widget={widget.id} className={isDragging ? `card ${size} dragged` : `card ${size}`} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <button type="button" ref={setActivatorNodeRef} className="drag-handle" {...attributes} {...listeners} aria-label={t('home.move', { widget: widget.title })}><HolderOutlined aria-hidden /></button>
      <span className="card-title">{widget.title}</span>
      <span className="meta">{t(`home.size.${size}`)}</span>
      <Button type="text" size="small" icon={<ColumnWidthOutlined aria-hidden />} aria-label={t('home.size', { widget: widget.title, size: t(`home.size.${size}`) })} onClick={resize} />
      <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('home.remove', { widget: widget.title })} onClick={remove} />
    </li>
  )
}
