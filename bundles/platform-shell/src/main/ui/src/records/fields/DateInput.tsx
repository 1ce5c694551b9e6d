import { clockAt, instantAt } from '@tenon/sdk'
import { DatePicker, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useSettings } from '../../app/settings'
import { common, type InputProps } from './props'
import { usePickerEnter } from './usePickerEnter'

/** Dates and times as the contract writes them; instants are shown in the member's own zone. */
export function DateInput(props: InputProps<string | null>) {
  const { field, value, onChange } = props
  const { timeZone } = useSettings()
  const enter = usePickerEnter()
  if (field.type === 'time') {
    return (
      <TimePicker {...common(props)} {...enter} className="full" format="HH:mm" value={value ? dayjs(`2000-01-01T${value}`) : null}
        onChange={next => onChange(next ? next.format('HH:mm:00') : null)} />
    )
  }
  const withTime = field.type === 'dateTime'
  return (
    <DatePicker {...common(props)} {...enter} className="full" showTime={withTime && { format: 'HH:mm' }} format={withTime ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
      value={value ? dayjs(withTime ? clockAt(value, timeZone) : value) : null}
      onChange={next => onChange(next ? (withTime ? instantAt(next.format('YYYY-MM-DDTHH:mm:ss'), timeZone) : next.format('YYYY-MM-DD')) : null)} />
  )
}
