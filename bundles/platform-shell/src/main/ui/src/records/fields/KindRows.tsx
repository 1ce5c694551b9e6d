import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { KindValue } from '@tenon/sdk'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { kindLabel, kindsOf } from './kinds'
import { common, type InputProps } from './props'

/** Telephone numbers or mail addresses: kind and value in one row, as many rows as wanted. */
export function KindRows(props: InputProps<KindValue[] | null>) {
  const { t } = useTranslation()
  const { field, value, onChange, id } = props
  const kinds = kindsOf(field.type)
  const rows = value && value.length > 0 ? value : [{ kind: kinds[0]!, value: '' }]
  const change = (index: number, part: Partial<KindValue>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  return (
    <div role="group" aria-labelledby={`${id}-label`} className="kind-rows">
      {rows.map((row, index) => (
        <div key={index} className="kind-row">
          <Select value={row.kind} aria-label={t('field.kindOf', { field: field.label })} onChange={(kind: string) => change(index, { kind })}
            options={(kinds.includes(row.kind) ? kinds : [row.kind, ...kinds]).map(kind => ({ value: kind, label: kindLabel(kind, t) }))} />
          <Input {...common(props)} id={index === 0 ? id : `${id}-${index}`} value={row.value} type={field.type === 'phones' ? 'tel' : 'email'}
            aria-label={index === 0 ? undefined : field.label} onChange={event => change(index, { value: event.target.value })} />
          <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('field.dropRow')} disabled={rows.length === 1 && row.value === ''}
            onClick={() => onChange(rows.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button type="link" size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, { kind: kinds[0]!, value: '' }])}>
        {t('field.addRow')}
      </Button>
    </div>
  )
}
