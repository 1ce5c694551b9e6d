import type { UniqueIdentifier } from '@dnd-kit/core'
import { arrayMove, SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import type { RecordType } from '@tenon/sdk'
import { Checkbox, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { Dragging } from '../../dnd/Dragging'
import type { ViewColumn } from '../views/views'
import { ColumnRow } from './ColumnRow'
import type { Columns } from './useColumns'

/** The columns that show, in their order, by mouse, finger or keyboard; the title stays first. */
export function ShownColumns({ type, columns }: { type: RecordType; columns: Columns }) {
  const { t } = useTranslation()
  const [title, ...shown] = columns.kept as [ViewColumn, ...ViewColumn[]]
  const label = (name: UniqueIdentifier) => type.fields.find(field => field.name === name)?.label ?? String(name)
  const choose = (next: ViewColumn[]) => columns.choose([title, ...next])
  const names = shown.map(column => column.name)
  const moved = (from: UniqueIdentifier, to: UniqueIdentifier | undefined) => {
    if (to !== undefined && from !== to) choose(arrayMove(shown, names.indexOf(String(from)), names.indexOf(String(to))))
  }
  const widen = (name: string, width: number | null) => columns.choose(columns.kept.map(column => (column.name === name ? { name, width } : column)))
  const width = ({ name, width: pixels }: ViewColumn) => (
    <InputNumber size="small" className="column-width" min={60} max={800} step={20} value={pixels ?? null} placeholder={t('columns.auto')} aria-label={t('columns.width', { column: label(name) })} onChange={next => widen(name, next)} />
  )
  return (
    <Dragging coordinates={sortableKeyboardCoordinates} nameOf={label} placeOf={label} onDragEnd={({ active, over }) => moved(active.id, over?.id)}>
      <SortableContext items={names} strategy={verticalListSortingStrategy}>
        <ul aria-label={t('columns.shown')}>
          <li><span className="drag-place" /><Checkbox checked disabled>{label(title.name)}</Checkbox><span>{width(title)}</span></li>
          {shown.map(column => <ColumnRow key={column.name} name={column.name} label={label(column.name)} hide={() => choose(shown.filter(other => other !== column))}>{width(column)}</ColumnRow>)}
        </ul>
      </SortableContext>
    </Dragging>
  )
}
