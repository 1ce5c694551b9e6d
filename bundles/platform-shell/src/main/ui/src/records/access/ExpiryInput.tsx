import { clockAt, instantAt } from '@tenon/sdk'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/settings'
import { usePickerEnter } from '../fields/usePickerEnter'

interface Props { value: string | null; onChange: (value: string | null) => void; label: string; id?: string; disabled?: boolean }

/** Until when something is open; empty is for good. A day alone means its end. */
export function ExpiryInput({ value, onChange, label, id, disabled }: Props) {
  const { t } = useTranslation()
  const { timeZone } = useSettings()
  const enter = usePickerEnter()
  return (
    <DatePicker {...enter} id={id} aria-label={label} placeholder={t('sharing.forever')} disabled={disabled} format="YYYY-MM-DD HH:mm"
      showTime={{ format: 'HH:mm', defaultOpenValue: dayjs().endOf('day') }} value={value ? dayjs(clockAt(value, timeZone)) : null}
      disabledDate={day => day.isBefore(dayjs(), 'day')} onChange={next => onChange(next ? instantAt(next.format('YYYY-MM-DDTHH:mm:ss'), timeZone) : null)} />
  )
}
