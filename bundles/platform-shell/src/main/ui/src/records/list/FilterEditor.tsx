import type { Field } from '@tenon/sdk'
import { Button, Segmented, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from './filters'
import { FilterValues } from './FilterValues'
import { isBare, operatorsOf, type Operator } from './operators'
import { refit } from './refit'

interface Props { field: Field; filter: Filter; apply: (filter: Filter) => void }

/** So many stand side by side. */
const SIDE_BY_SIDE = 4

/** What a chip asks: an operator, and values in the field's own editor. */
export function FilterEditor({ field, filter, apply }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(filter)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply({ ...draft, values: isBare(draft.operator) ? [] : draft.values })
  }
  const options = operatorsOf(field).map(name => ({ value: name, label: t(`filter.operator.${name}`) }))
  const choose = (operator: Operator) => setDraft(refit(draft, operator))
  return (
    <form className="filter-editor" onSubmit={submit} aria-label={field.label}>
      {options.length > 1 && (options.length <= SIDE_BY_SIDE
        ? <Segmented<Operator> size="small" value={draft.operator} onChange={choose} options={options} />
        : <Select<Operator> className="operator" aria-label={t('filter.operator')} value={draft.operator} onChange={choose} options={options} />)}
      <div className="filter-values">
        {!isBare(draft.operator) && <FilterValues id={`filter-${field.name}`} field={field} operator={draft.operator} values={draft.values} change={values => setDraft({ ...draft, values })} />}
        <Button type="primary" htmlType="submit">{t('filter.apply')}</Button>
      </div>
    </form>
  )
}
