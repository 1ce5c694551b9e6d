import { FilterOutlined, PartitionOutlined, SearchOutlined } from '@ant-design/icons'
import type { Field, RecordType } from '@tenon/sdk'
import { Button, Dropdown, Input } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChip } from './FilterChip'
import type { Filter } from './filters'
import { canFilter, operatorsOf } from './operators'
import { refit } from './refit'
import { WhereChip } from './WhereChip'
import type { ListState } from './useListState'

const ConditionDialog = lazy(() => import('../conditions/ConditionDialog').then(module => ({ default: module.ConditionDialog })))

const TYPING_MS = 250

/** Search in all that is written, and one chip a filter. */
export function FilterBar({ type, fields, state }: { type: RecordType; fields: Field[]; state: ListState }) {
  const { t } = useTranslation()
  const [text, setText] = useState(state.q)
  const [fresh, setFresh] = useState<string | null>(null)
  const [builder, setBuilder] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(state.q), [state.q])
  useEffect(() => () => clearTimeout(timer.current), [])

  const unused = type.fields.filter(field => canFilter(field) && !state.filters.some(filter => filter.field === field.name))
  const typed = (next: string) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => state.change({ q: next.trim() || null }), TYPING_MS)
  }
  const add = (name: string) => {
    const field = type.fields.find(known => known.name === name)!
    setFresh(name)
    state.setFilters([...state.filters, refit({ field: name, operator: operatorsOf(field)[0]!, values: [] }, operatorsOf(field)[0]!)])
  }
  const put = (at: number, filter: Filter | null) => {
    setFresh(null)
    state.setFilters(state.filters.flatMap((known, index) => (index === at ? filter ?? [] : known)))
  }

  return (
    <div className="filter-bar" role="search" aria-label={t('filter.bar')}>
      <Input id="list-search" className="list-search" allowClear prefix={<SearchOutlined aria-hidden />} value={text}
        placeholder={t('list.search')} aria-label={t('list.search')} onChange={event => typed(event.target.value)} />
      {state.filters.map((filter, index) => {
        const field = fields.find(known => known.name === filter.field)
        return field && (
          <FilterChip key={filter.field} field={field} filter={filter} fresh={fresh === filter.field}
            change={next => put(index, next)} drop={() => put(index, null)} />
        )
      })}
      {state.where && <WhereChip where={state.where} open={() => setBuilder(true)} drop={() => state.setWhere(null)} />}
      {unused.length > 0 && (
        <Dropdown trigger={['click']} menu={{ className: 'long-menu', items: unused.map(field => ({ key: field.name, label: field.label })), onClick: ({ key }) => add(key) }}>
          <Button type="dashed" icon={<FilterOutlined aria-hidden />} aria-haspopup="menu">{t('filter.add')}</Button>
        </Dropdown>
      )}
      <Button type="text" icon={<PartitionOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setBuilder(true)}>{t('builder.open')}</Button>
      {state.filters.length > 1 && <Button type="link" onClick={() => state.setFilters([])}>{t('filter.clear')}</Button>}
      {builder && (
        <Suspense fallback={null}>
          <ConditionDialog type={type} condition={state.condition} apply={state.setCondition} close={() => setBuilder(false)} />
        </Suspense>
      )}
    </div>
  )
}
