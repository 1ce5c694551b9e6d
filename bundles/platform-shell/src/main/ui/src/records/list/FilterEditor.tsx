import type { Field, FieldValue } from '@tenon/sdk'
import { Button, Input, Radio, Segmented } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../fields/ChoiceInput'
import { ReferenceInput } from '../fields/ReferenceInput'
import { RegionInput } from '../fields/RegionInput'
import { operatorsOf, type Filter, type Operator } from './filters'
import { RangeInput } from './RangeInput'

interface Props { field: Field; filter: Filter; apply: (filter: Filter) => void }

/** What a chip asks: an operator, and values in the field's own editor. */
export function FilterEditor({ field, filter, apply }: Props) {
  const { t } = useTranslation()
  const [operator, setOperator] = useState<Operator>(filter.operator)
  const [values, setValues] = useState(filter.values)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply({ field: field.name, operator, values: operator === 'empty' || operator === 'filled' ? [] : values })
  }
  const operators = operatorsOf(field)
  return (
    <form className="filter-editor" onSubmit={submit} aria-label={field.label}>
      {operators.length > 1 && (
        <Segmented<Operator> size="small" value={operator} onChange={setOperator} options={operators.map(name => ({ value: name, label: t(`filter.operator.${name}`) }))} />
      )}
      <div className="filter-values">
        {operator !== 'empty' && operator !== 'filled' && <Values field={field} operator={operator} values={values} change={setValues} />}
        <Button type="primary" htmlType="submit">{t('filter.apply')}</Button>
      </div>
    </form>
  )
}

function Values({ field, operator, values, change }: { field: Field; operator: Operator; values: string[]; change: (values: string[]) => void }) {
  const { t } = useTranslation()
  const id = `filter-${field.name}`
  const plain: Field = { ...field, required: false }
  const many = (next: FieldValue) => change(next === null || next === undefined ? [] : ([next].flat() as string[]))
  const reference = (type: string, multiple = true) => (
    <ReferenceInput id={id} ariaLabel={field.label} field={plain} type={type} multiple={multiple} value={multiple ? values : values[0] ?? null} onChange={many} />
  )
  if (operator === 'between') return <RangeInput field={field} values={values} change={change} />
  if (operator === 'is') {
    return <Radio.Group aria-label={field.label} value={values[0]} onChange={event => change([String(event.target.value)])} options={[{ value: 'true', label: t('field.yes') }, { value: 'false', label: t('field.no') }]} />
  }
  if (field.type === 'region') return <RegionInput id={id} ariaLabel={field.label} field={plain} value={values[0] ?? null} onChange={many} />
  if (field.type === 'member') return reference('identity.member')
  if (field.type === 'department') return reference('identity.department', operator === 'in')
  if ((field.type === 'reference' || field.type === 'references') && field.reference && field.reference !== '*') return reference(field.reference)
  if ((field.dictionary || field.type === 'tags') && operator !== 'contains') {
    const several: Field = { ...plain, type: field.type === 'tags' ? 'tags' : 'multiChoice' }
    return <ChoiceInput id={id} ariaLabel={field.label} field={several} value={values} onChange={many} />
  }
  return <Input id={id} autoFocus aria-label={field.label} value={values[0] ?? ''} onChange={event => change(event.target.value ? [event.target.value] : [])} />
}
