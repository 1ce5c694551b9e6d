import { target, type Field, type FieldValue } from '@tenon/sdk'
import { Checkbox, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { PeriodInput } from '../conditions/PeriodInput'
import { ChoiceInput } from '../fields/ChoiceInput'
import { ReferenceInput } from '../fields/ReferenceInput'
import { RegionInput } from '../fields/RegionInput'
import { ME, type Operator } from './operators'
import { RangeInput } from './RangeInput'

interface Props { id: string; field: Field; operator: Operator; values: string[]; change: (values: string[]) => void }

/** What a test compares with, in the field's own editor. */
export function FilterValues({ id, field, operator, values, change }: Props) {
  const { t } = useTranslation()
  const plain: Field = { ...field, required: false }
  const type = target(field) ?? (field.type === 'references' && field.reference !== '*' ? field.reference : null)
  const self = type === 'identity.member' ? 'member' : type === 'identity.department' ? 'department' : null
  const mine = values.includes(ME)
  const others = values.filter(value => value !== ME)
  const many = (next: FieldValue) => change([...(mine ? [ME] : []), ...(next === null || next === undefined ? [] : ([next].flat() as string[]))])

  if (operator === 'between') return <RangeInput field={field} values={values} change={change} />
  if (operator === 'period' || operator === 'beforePeriod' || operator === 'afterPeriod') return <PeriodInput label={field.label} values={values} change={change} />
  if (operator === 'is') {
    return <Radio.Group aria-label={field.label} value={values[0] ?? 'true'} onChange={event => change([String(event.target.value)])} options={[{ value: 'true', label: t('field.yes') }, { value: 'false', label: t('field.no') }]} />
  }
  if (field.type === 'region') return <RegionInput id={id} ariaLabel={field.label} field={plain} value={values[0] ?? null} onChange={many} />
  if (type && operator !== 'contains') {
    return (
      <div className="filter-reference">
        {self && <Checkbox checked={mine} onChange={event => change([...(event.target.checked ? [ME] : []), ...others])}>{t(`filter.self.${self}`)}</Checkbox>}
        <ReferenceInput id={id} ariaLabel={field.label} field={plain} type={type} multiple value={others} onChange={many} />
      </div>
    )
  }
  if ((field.dictionary || field.type === 'tags') && operator !== 'contains') {
    const several: Field = { ...plain, type: field.type === 'tags' ? 'tags' : 'multiChoice' }
    return <ChoiceInput id={id} ariaLabel={field.label} field={several} value={values} onChange={many} />
  }
  return <Input id={id} aria-label={field.label} value={values[0] ?? ''} onChange={event => change(event.target.value ? [event.target.value] : [])} />
}
