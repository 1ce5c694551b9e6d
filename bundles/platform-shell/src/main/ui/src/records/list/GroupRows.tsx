import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { useRecords, type Field, type RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { both } from '../conditions/split'
import { useInlineCells } from '../inline/useInlineCells'
import type { Group } from './Grouped'
import { RecordRows } from './RecordRows'
import type { Columns } from './useColumns'
import type { ListState } from './useListState'

interface Props {
  type: RecordType
  columns: Columns
  field: Field
  group: Group
  state: ListState
  first: boolean
  selected: string[]
  select: (ids: string[]) => void
  peek: (id: string | null) => void
}

const STEP = 25
const MOST = 200

/** A group: its name and count, and its rows once it is open; keys walk from cell to cell within it. */
export function GroupRows({ type, columns, field, group, state, first, selected, select, peek }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(first)
  const [limit, setLimit] = useState(STEP)
  const query = useMemo(() => ({ ...state.query, filter: both(state.condition, group.condition), limit, cursor: null, total: false }), [state.query, state.condition, group.condition, limit])
  const { data: page } = useRecords(open ? type : undefined, query)
  const inline = useInlineCells(type, columns.columns, page?.items ?? [], () => peek(null))
  const name = group.value === null ? t('group.empty', { field: field.label }) : field.type === 'boolean' ? t(group.value === true ? 'field.yes' : 'field.no') : group.label ?? String(group.value)
  const span = columns.columns.length + 1
  return (
    <tbody {...inline.handlers}>
      <tr className="group">
        <th colSpan={span} scope="rowgroup">
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
            <span>{name}</span> <span className="meta">{group.count.toLocaleString()}</span>
          </button>
        </th>
      </tr>
      {open && page && <RecordRows type={type} columns={columns} rows={page.items} depths={{}} state={state} selected={selected} select={select} inline={inline} />}
      {open && page?.next && (
        <tr className="group-end">
          <td colSpan={span}>
            {limit < MOST ? <Button type="link" size="small" onClick={() => setLimit(Math.min(MOST, limit * 2))}>{t('group.further')}</Button>
              : <Button type="link" size="small" onClick={() => state.narrow(group.condition)}>{t('group.alone')}</Button>}
          </td>
        </tr>
      )}
    </tbody>
  )
}
