import { useDictionary, type Field } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { useTitles } from '../fields/useTitles'
import type { Filter } from './filters'

const TARGET: Partial<Record<Field['type'], string>> = { member: 'identity.member', department: 'identity.department' }

/** A filter in words, as it stands on its chip. */
export function useFilterText(field: Field, { operator, values }: Filter): string {
  const { t } = useTranslation()
  const target = TARGET[field.type] ?? (field.type === 'reference' || field.type === 'references' ? field.reference : null)
  const { data: items } = useDictionary(field.type === 'region' ? field.dictionary ?? 'core.region' : field.dictionary)
  const titles = useTitles(target ?? '', target && target !== '*' ? values : [])
  const named = values.map(value => items?.find(item => item.value === value)?.label ?? titles[value] ?? value)
  const joined = named.slice(0, 3).join(t('filter.or')) + (named.length > 3 ? t('filter.more', { count: named.length - 3 }) : '')
  switch (operator) {
    case 'empty': case 'filled': return t(`filter.operator.${operator}`)
    case 'is': return t(values[0] === 'true' ? 'field.yes' : 'field.no')
    case 'between': {
      const [from = '', to = ''] = values
      if (from && to) return from === to ? from : `${from} – ${to}`
      return from ? `≥ ${from}` : to ? `≤ ${to}` : '…'
    }
    case 'contains': case 'startsWith': case 'within': return values.length > 0 ? `${t(`filter.operator.${operator}`)} ${joined}` : '…'
    default: return joined || '…'
  }
}
