import { TableOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover, Segmented } from 'antd'
import type { RecordType } from '@tenon/sdk'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PageSkeleton } from '../../app/PageSkeleton'
import type { ViewDensity } from '../views/views'
import type { Columns } from './useColumns'
import type { ListState } from './useListState'

interface Props { type: RecordType; columns: Columns; state: ListState }

const ShownColumns = lazy(() => import('./ShownColumns').then(module => ({ default: module.ShownColumns })))

const HARD_TO_READ_IN_A_ROW = new Set(['longText', 'richText'])
const DENSITIES: ViewDensity[] = ['compact', 'middle', 'comfortable']

/** Which columns, in which order, how wide; how high the rows. */
export function ColumnChooser({ type, columns, state }: Props) {
  const { t } = useTranslation()
  const rest = type.fields.filter(field => !HARD_TO_READ_IN_A_ROW.has(field.type) && !columns.names.includes(field.name))
  const content = (
    <div className="columns">
      <Segmented<ViewDensity> block size="small" aria-label={t('columns.density')} value={state.density ?? columns.density ?? 'middle'} onChange={columns.chooseDensity}
        options={DENSITIES.map(value => ({ value, label: t(`columns.density.${value}`) }))} />
      <Suspense fallback={<PageSkeleton rows={4} />}><ShownColumns type={type} columns={columns} /></Suspense>
      {rest.length > 0 && (
        <ul aria-label={t('columns.hidden')}>
          {rest.map(field => <li key={field.name}><Checkbox checked={false} onChange={() => columns.choose([...columns.kept, { name: field.name }])}>{field.label}</Checkbox></li>)}
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
