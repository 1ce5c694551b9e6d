import type { Field } from '@tenon/sdk'
import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { today as presentDay } from '../../util/format'
import { usePickerEnter } from '../fields/usePickerEnter'

const DAY = 'YYYY-MM-DD'

/** From and to; either may be left open. */
export function RangeInput({ field, values, change }: { field: Field; values: string[]; change: (values: string[]) => void }) {
  const { t } = useTranslation()
  const enter = usePickerEnter()
  const [from = '', to = ''] = values
  if (field.type !== 'date' && field.type !== 'dateTime') {
    return (
      <div className="range">
        <Input inputMode="decimal" value={from} aria-label={`${field.label}: ${t('filter.from')}`} placeholder={t('filter.from')} onChange={event => change([event.target.value, to])} />
        <span aria-hidden="true">–</span>
        <Input inputMode="decimal" value={to} aria-label={`${field.label}: ${t('filter.to')}`} placeholder={t('filter.to')} onChange={event => change([from, event.target.value])} />
      </div>
    )
  }
  const today = dayjs(presentDay())
  const presets = [
    { label: t('filter.today'), value: [today, today] as [dayjs.Dayjs, dayjs.Dayjs] },
    { label: t('filter.week'), value: [today.startOf('week'), today] as [dayjs.Dayjs, dayjs.Dayjs] },
    { label: t('filter.month'), value: [today.startOf('month'), today] as [dayjs.Dayjs, dayjs.Dayjs] },
    { label: t('filter.year'), value: [today.startOf('year'), today] as [dayjs.Dayjs, dayjs.Dayjs] },
  ]
  return (
    <div role="group" aria-label={field.label}>
      <DatePicker.RangePicker {...enter} allowEmpty presets={presets} format={DAY} value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={range => change([range?.[0]?.format(DAY) ?? '', range?.[1]?.format(DAY) ?? ''])} />
    </div>
  )
}
