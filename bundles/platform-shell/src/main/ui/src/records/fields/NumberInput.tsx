import { InputNumber } from 'antd'
import { common, type InputProps } from './props'

/** Whole numbers travel as numbers, decimals as text so that no digit is lost. */
export function NumberInput(props: InputProps) {
  const { field, value, onChange } = props
  const decimal = field.type === 'decimal'
  return (
    <InputNumber<string> {...common(props)} stringMode className="full" controls={false}
      value={value === null || value === undefined ? null : String(value)}
      min={typeof field.min === 'string' || Number.isSafeInteger(field.min) ? String(field.min) : undefined} max={field.max ? String(field.max) : undefined}
      precision={decimal ? undefined : 0}
      onChange={next => onChange(next === null || next === '' ? null : decimal ? next : Number(next))} />
  )
}
