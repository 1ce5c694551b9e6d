import { DeleteOutlined } from '@ant-design/icons'
import type { Field, RecordType } from '@tenon/sdk'
import { Button, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../list/filters'
import { FilterValues } from '../list/FilterValues'
import { isBare, operatorsOf, type Operator } from '../list/operators'
import { refit } from '../list/refit'
import { FieldPicker } from './FieldPicker'

interface Props { type: RecordType; fields: Field[]; filter: Filter; place: string; change: (filter: Filter) => void; drop: () => void }

/** One test: field, operator, values. */
export function BuilderTest({ type, fields, filter, place, change, drop }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const field = fields.find(known => known.name === filter.field)
  const pick = (name: string) => {
    const next = fields.find(known => known.name === name)!
    const first = operatorsOf(next)[0]!
    const operator = operatorsOf(next).includes(filter.operator) && next.type === field?.type ? filter.operator : first
    change(refit({ field: name, operator: first, values: [] }, operator))
  }
  return (
    <div className="builder-test" role="group" aria-label={t('builder.test', { place })}>
      <FieldPicker type={type} fields={fields} value={filter.field || null} pick={pick} label={t('builder.field')} />
      {field && (
        <Select<Operator> className="operator" aria-label={t('filter.operator')} value={filter.operator} onChange={operator => change(refit(filter, operator))}
          options={operatorsOf(field).map(name => ({ value: name, label: t(`filter.operator.${name}`) }))} />
      )}
      {field && !isBare(filter.operator) && (
        <div className="builder-values"><FilterValues id={id} field={field} operator={filter.operator} values={filter.values} change={values => change({ ...filter, values })} /></div>
      )}
      <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('builder.drop', { place })} onClick={drop} />
    </div>
  )
}
