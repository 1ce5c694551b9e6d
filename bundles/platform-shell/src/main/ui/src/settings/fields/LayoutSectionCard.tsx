import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EyeInvisibleOutlined, HolderOutlined } from '@ant-design/icons'
import type { Field } from '@tenon/sdk'
import { Button, Input, Segmented } from 'antd'
import { useState, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LayoutSection } from './layoutMoves'

interface Props {
  section: LayoutSection; fields: Map<string, Field>; first: boolean; last: boolean; only: boolean
  change: (section: LayoutSection) => void
  drop: (field: string, to: number) => void
  step: (field: string, by: -1 | 1) => void
  hide: (field: string) => void
  move: (by: -1 | 1) => void
  remove: () => void
}

const DRAGGED = 'application/x-tenon-field'

/** One section of a form while it is arranged. */
export function LayoutSectionCard({ section, fields, first, last, only, change, drop, step, hide, move, remove }: Props) {
  const { t, i18n } = useTranslation()
  const [over, setOver] = useState<number | null>(null)
  const rename = (label: string) => change({ ...section, label, labels: { ...section.labels, [i18n.language]: label } })
  const dropped = (event: DragEvent, to: number) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(null)
    const field = event.dataTransfer.getData(DRAGGED)
    if (field) drop(field, to)
  }
  const drag = (event: DragEvent, to: number) => {
    if (!event.dataTransfer.types.includes(DRAGGED)) return
    event.preventDefault()
    event.stopPropagation()
    setOver(to)
  }
  const pressed = (event: KeyboardEvent, field: string) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (by === null) return
    event.preventDefault()
    step(field, by)
    setTimeout(() => document.getElementById(`place-${field}`)?.focus())
  }
  return (
    <section className="card layout-section" aria-label={section.label} onDragOver={event => drag(event, section.fields.length)} onDrop={event => dropped(event, section.fields.length)} onDragLeave={() => setOver(null)}>
      <div className="layout-section-header">
        <Input aria-label={t('layout.sectionName')} value={section.label} maxLength={60} onChange={event => rename(event.target.value)} />
        <Segmented<number> aria-label={t('layout.columns')} value={section.columns} options={[1, 2, 3].map(count => ({ value: count, label: t('layout.columnCount', { count }) }))} onChange={columns => change({ ...section, columns })} />
        <span className="option-actions">
          <Button type="text" icon={<ArrowUpOutlined aria-hidden />} aria-label={t('define.up', { name: section.label })} disabled={first} onClick={() => move(-1)} />
          <Button type="text" icon={<ArrowDownOutlined aria-hidden />} aria-label={t('define.down', { name: section.label })} disabled={last} onClick={() => move(1)} />
          <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('layout.removeSection', { name: section.label })} disabled={only} onClick={remove} />
        </span>
      </div>
      <ul className={`layout-fields columns-${section.columns}`}>
        {section.fields.map((name, at) => {
          const field = fields.get(name)
          const label = field?.label ?? name
          return (
            <li key={name} draggable className={over === at ? 'over' : undefined} onDragStart={event => { event.dataTransfer.setData(DRAGGED, name); event.dataTransfer.effectAllowed = 'move' }}
              onDragOver={event => drag(event, at)} onDrop={event => dropped(event, at)}>
              <button type="button" id={`place-${name}`} className="layout-handle" aria-label={t('layout.place', { name: label })} onKeyDown={event => pressed(event, name)}><HolderOutlined aria-hidden /></button>
              <span className="layout-label">{label}{field?.required && <span className="required" aria-hidden="true"> *</span>}</span>
              <Button type="text" size="small" icon={<EyeInvisibleOutlined aria-hidden />} aria-label={t('layout.hide', { name: label })} disabled={field?.required} onClick={() => hide(name)} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
