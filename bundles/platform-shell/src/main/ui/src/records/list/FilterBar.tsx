import { FilterOutlined, SearchOutlined } from '@ant-design/icons'
import type { RecordType } from '@tenon/sdk'
import { Button, Dropdown, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChip } from './FilterChip'
import { canFilter, operatorsOf, type Filter } from './filters'
import type { ListState } from './useListState'

const TYPING_MS = 250

/** Search in all that is written, and one chip a filter. */
export function FilterBar({ type, state }: { type: RecordType; state: ListState }) {
  const { t } = useTranslation()
  const [text, setText] = useState(state.q)
  const [fresh, setFresh] = useState<string | null>(null)
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
    state.setFilters([...state.filters, { field: name, operator: operatorsOf(field)[0]!, values: [] }])
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
        const field = type.fields.find(known => known.name === filter.field)
        return field && (
          <FilterChip key={filter.field} field={field} filter={filter} fresh={fresh === filter.field}
            change={next => put(index, next)} drop={() => put(index, null)} />
        )
      })}
      {unused.length > 0 && (
        <Dropdown trigger={['click']} menu={{ className: 'long-menu', items: unused.map(field => ({ key: field.name, label: field.label })), onClick: ({ key }) => add(key) }}>
          <Button type="dashed" icon={<FilterOutlined aria-hidden />} aria-haspopup="menu">{t('filter.add')}</Button>
        </Dropdown>
      )}
      {state.filters.length > 1 && <Button type="link" onClick={() => state.setFilters([])}>{t('filter.clear')}</Button>}
    </div>
  )
}
