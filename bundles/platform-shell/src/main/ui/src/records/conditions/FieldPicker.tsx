import { target, type Field, type RecordType } from '@tenon/sdk'
import { Cascader } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { canFilter } from '../list/operators'

interface Props { type: RecordType; fields: Field[]; value: string | null; pick: (path: string) => void; label: string }

interface Choice { value: string; label: string; children?: Choice[] }

/** A field of the type, or one of the record that a field refers to. */
export function FieldPicker({ type, fields, value, pick, label }: Props) {
  const { t } = useTranslation()
  const options = useMemo(() => type.fields.filter(field => canFilter(field) || target(field)).flatMap((field): Choice[] => {
    const further = fields.filter(other => other.name.startsWith(`${field.name}.`))
    const children = further.map(other => ({ value: other.name, label: other.label.split(' › ').at(-1)! }))
    if (children.length === 0) return canFilter(field) ? [{ value: field.name, label: field.label }] : []
    const itself = canFilter(field) ? [{ value: field.name, label: t('builder.itself', { field: field.label }) }] : []
    return [{ value: `${field.name}.`, label: field.label, children: [...itself, ...children] }]
  }), [type, fields, t])
  const path = value === null ? undefined : options.some(option => option.value === value) ? [value] : [`${value.split('.')[0]}.`, value]
  return (
    <Cascader className="field-picker" aria-label={label} options={options} value={path} allowClear={false} showSearch placeholder={t('builder.field')}
      displayRender={() => fields.find(field => field.name === value)?.label ?? value}
      onChange={next => { const last = next?.at(-1); if (typeof last === 'string') pick(last) }} />
  )
}
