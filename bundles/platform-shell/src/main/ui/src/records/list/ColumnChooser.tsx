import { ArrowDownOutlined, ArrowUpOutlined, TableOutlined } from '@ant-design/icons'
import type { RecordType } from '@tenon/sdk'
import { Button, Checkbox, InputNumber, Popover, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ViewColumn, ViewDensity } from '../views/views'
import type { Columns } from './useColumns'
import type { ListState } from './useListState'

interface Props { type: RecordType; columns: Columns; state: ListState }

const HARD_TO_READ_IN_A_ROW = new Set(['longText', 'richText'])
const DENSITIES: ViewDensity[] = ['compact', 'middle', 'comfortable']

/** Which columns, in which order, how wide; how high the rows. */
export function ColumnChooser({ type, columns, state }: Props) {
  const { t } = useTranslation()
  const [title, ...shown] = columns.kept as [ViewColumn, ...ViewColumn[]]
  const rest = type.fields.filter(field => !HARD_TO_READ_IN_A_ROW.has(field.type) && !columns.names.includes(field.name))
  const label = (name: string) => type.fields.find(field => field.name === name)?.label ?? name
  const choose = (next: ViewColumn[]) => columns.choose([title, ...next])
  const move = (index: number, by: number) => {
    const next = [...shown]
    next.splice(index + by, 0, next.splice(index, 1)[0]!)
    choose(next)
  }
  const widen = (name: string, width: number | null) => columns.choose(columns.kept.map(column => (column.name === name ? { name, width } : column)))
  const width = ({ name, width: pixels }: ViewColumn) => (
    <InputNumber size="small" className="column-width" min={60} max={800} step={20} value={pixels ?? null} placeholder={t('columns.auto')} aria-label={t('columns.width', { column: label(name) })} onChange={next => widen(name, next)} />
  )
  const content = (
    <div className="columns">
      <Segmented<ViewDensity> block size="small" aria-label={t('columns.density')} value={state.density ?? 'middle'} onChange={density => state.change({ density })}
        options={DENSITIES.map(value => ({ value, label: t(`columns.density.${value}`) }))} />
      <ul aria-label={t('columns.shown')}>
        <li><Checkbox checked disabled>{label(title.name)}</Checkbox><span>{width(title)}</span></li>
        {shown.map((column, index) => (
          <li key={column.name}>
            <Checkbox checked onChange={() => choose(shown.filter(other => other !== column))}>{label(column.name)}</Checkbox>
            <span>
              {width(column)}
              <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} disabled={index === 0} aria-label={t('columns.up', { column: label(column.name) })} onClick={() => move(index, -1)} />
              <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} disabled={index === shown.length - 1} aria-label={t('columns.down', { column: label(column.name) })} onClick={() => move(index, 1)} />
            </span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <ul aria-label={t('columns.hidden')}>
          {rest.map(field => <li key={field.name}><Checkbox checked={false} onChange={() => choose([...shown, { name: field.name }])}>{field.label}</Checkbox></li>)}
        </ul>
      )}
      <Button type="link" size="small" onClick={() => columns.choose(null)}>{t('columns.reset')}</Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content} title={t('columns.title')}>
      <Button icon={<TableOutlined aria-hidden />} aria-label={t('columns.title')} aria-haspopup="dialog" />
    </Popover>
  )
}
