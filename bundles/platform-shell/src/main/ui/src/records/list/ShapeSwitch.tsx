import { CalendarOutlined, ProjectOutlined, UnorderedListOutlined } from '@ant-design/icons'
import type { RecordType } from '@tenon/sdk'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { fieldsFor } from './shapes'
import type { ListState, Shape } from './useListState'

const ICONS = { list: UnorderedListOutlined, board: ProjectOutlined, calendar: CalendarOutlined }

/** A list as rows, as a board or as a calendar, as far as the type has fields for it. */
export function ShapeSwitch({ type, state }: { type: RecordType; state: ListState }) {
  const { t } = useTranslation()
  const shapes = (['list', 'board', 'calendar'] as const).filter(shape => shape === 'list' || fieldsFor(type, shape).length > 0)
  if (shapes.length === 1) return null
  const show = (shape: 'list' | Shape) => {
    if (shape === 'list') return state.change({ as: 'list', group: '', month: null })
    const fields = fieldsFor(type, shape)
    const field = fields.find(known => known.name === state.group) ?? fields.find(known => known.list > 0) ?? fields[0]!
    state.change({ as: shape, group: field.name, month: null })
  }
  return (
    <Segmented className="shapes" aria-label={t('shape.title')} value={state.as ?? 'list'} onChange={show}
      options={shapes.map(value => { const Icon = ICONS[value]; return { value, label: <><Icon aria-hidden /><span className="hidden">{t(`shape.${value}`)}</span></>, title: t(`shape.${value}`) } })} />
  )
}
