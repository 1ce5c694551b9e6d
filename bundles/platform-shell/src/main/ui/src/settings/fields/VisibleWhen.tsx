import type { Condition, Field } from '@tenon/sdk'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterValues } from '../../records/list/FilterValues'
import { condition } from '../../records/list/filters'
import type { Operator } from '../../records/list/operators'

interface Props { id: string; fields: Field[]; value: Condition | null; change: (value: Condition | null) => void }
interface Asked { field: string; operator: Operator; values: string[] }

const ASKED: Partial<Record<Field['type'], Operator[]>> = {
  choice: ['in', 'filled', 'empty'], boolean: ['is'], multiChoice: ['has', 'filled', 'empty'], text: ['equals', 'filled', 'empty'],
  region: ['within', 'filled', 'empty'], member: ['filled', 'empty'], reference: ['filled', 'empty'], date: ['filled', 'empty'], number: ['between', 'filled', 'empty'], decimal: ['between', 'filled', 'empty'],
}

/** One test on another field, on which depends whether the field shows. A condition of another shape is kept as it is. */
export function VisibleWhen({ id, fields, value, change }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(() => (value ? read(value, fields) : null))
  const field = fields.find(one => one.name === asked?.field)
  const write = (next: Asked | null) => {
    const of = fields.find(one => one.name === next?.field)
    setAsked(next)
    change(next && of ? condition(next, of) ?? { '!=': [{ var: of.name }, null] } : null)
  }
  if (value && !asked) return <p className="meta">{t('define.visibleOther')} <code>{JSON.stringify(value)}</code></p>
  return (
    <div className="visible-when">
      <Select id={id} aria-label={t('define.visibleWhen')} className="full" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('define.always')} value={asked?.field}
        options={fields.filter(one => ASKED[one.type]).map(one => ({ value: one.name, label: one.label }))}
        onChange={(name?: string) => (name ? write({ field: name, operator: 'filled', values: [] }) : write(null))} />
      {field && asked && (
        <>
          <Select<Operator> aria-label={t('filter.operator')} value={asked.operator} options={askedOf(field).map(name => ({ value: name, label: t(`filter.operator.${name}`) }))}
            onChange={operator => write({ ...asked, operator, values: operator === 'is' ? ['true'] : [] })} />
          {asked.operator !== 'filled' && asked.operator !== 'empty' && (
            <FilterValues id={`${id}-values`} field={field} operator={asked.operator} values={asked.values} change={values => write({ ...asked, values })} />
          )}
        </>
      )}
    </div>
  )
}

const askedOf = (field: Field): Operator[] => [...(ASKED[field.type] ?? []), ...(field.tree && field.type !== 'region' ? ['within' as const] : [])]

function read(condition: Condition, fields: Field[]): Asked | null {
  const [operator, operands] = Object.entries(condition)[0] as [string, unknown]
  if (!Array.isArray(operands) || operands.length !== 2) return null
  const name = (operands[0] as { var?: string }).var
  const field = fields.find(one => one.name === name)
  const value = operands[1] as unknown
  if (!name || !field) return null
  if (operator === '!=' && value === null) return { field: name, operator: 'filled', values: [] }
  if (operator === '==' && value === null) return { field: name, operator: 'empty', values: [] }
  if (operator === '==') return { field: name, operator: field.type === 'boolean' ? 'is' : 'equals', values: [String(value)] }
  if (operator === 'in' && Array.isArray(value)) return { field: name, operator: 'in', values: value.map(String) }
  return operator === 'has' || operator === 'within' ? { field: name, operator, values: [String(value)] } : null
}
