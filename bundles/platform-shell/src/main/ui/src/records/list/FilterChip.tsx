import { CloseOutlined } from '@ant-design/icons'
import type { Field } from '@tenon/sdk'
import { Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterEditor } from './FilterEditor'
import type { Filter } from './filters'
import { useFilterText } from './useFilterText'

interface Props { field: Field; filter: Filter; fresh: boolean; change: (filter: Filter) => void; drop: () => void }

/** A filter: click to edit, × to drop. */
export function FilterChip({ field, filter, fresh, change, drop }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(fresh)
  const text = useFilterText(field, filter)
  const edit = (next: Filter) => { setOpen(false); change(next) }
  return (
    <span className="chip">
      <Popover trigger="click" placement="bottomLeft" open={open} onOpenChange={setOpen} destroyOnHidden
        content={<FilterEditor field={field} filter={filter} apply={edit} />}>
        <button type="button" aria-haspopup="dialog" aria-expanded={open}><span className="chip-field">{field.label}</span> {text}</button>
      </Popover>
      <button type="button" className="chip-drop" aria-label={t('filter.drop', { field: field.label })} onClick={drop}><CloseOutlined aria-hidden /></button>
    </span>
  )
}
