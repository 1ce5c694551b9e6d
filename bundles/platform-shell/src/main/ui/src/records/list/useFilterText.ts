import { target, useDictionary, type Field } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { useTitles } from '../fields/useTitles'
import type { Filter } from './filters'
import { ME } from './operators'

/** A filter in words, as it stands on its chip. */
export function useFilterText(field: Field, { operator, values }: Filter): string {
  const { t } = useTranslation()
  const type = target(field) ?? (field.type === 'references' ? field.reference : null)
  const { data: items } = useDictionary(field.type === 'region' ? field.dictionary ?? 'core.region' : field.dictionary)
  const titles = useTitles(type ?? '', type && type !== '*' ? values.filter(value => value !== ME) : [])
  const self = type === 'identity.department' ? 'department' : 'member'
  const named = values.map(value => (value === ME ? t(`filter.self.${self}`) : items?.find(item => item.value === value)?.label ?? titles[value] ?? value))
  const joined = named.slice(0, 3).join(t('filter.or')) + (named.length > 3 ? t('filter.more', { count: named.length - 3 }) : '')
  switch (operator) {
    case 'empty': case 'filled': return t(`filter.operator.${operator}`)
    case 'is': return t(values[0] === 'false' ? 'field.no' : 'field.yes')
    case 'between': {
      const [from = '', to = ''] = values
      if (from && to) return from === to ? from : `${from} – ${to}`
      return from ? `≥ ${from}` : to ? `≤ ${to}` : '…'
    }
    case 'period': case 'beforePeriod': case 'afterPeriod': {
      const [kind = 'this', unit = 'day', count = '1'] = values
      const period = kind === 'this' ? t(`period.this.${unit}`) : t(`period.words.${kind}`, { count: Number(count), unit: t(`period.unit.${unit}`, { count: Number(count) }) })
      return operator === 'period' ? period : `${t(`filter.operator.${operator}`)} ${period}`
    }
    case 'in': case 'has': case 'equals': return joined || '…'
    default: return values.length > 0 ? `${t(`filter.operator.${operator}`)} ${joined}` : '…'
  }
}
