import type { Filter } from './filters'
import { isBare, type Operator } from './operators'

const KINDS: Operator[][] = [['between'], ['period', 'beforePeriod', 'afterPeriod'], ['is']]

/** The filter with another operator; values stay where they can mean the same. */
export function refit(filter: Filter, operator: Operator): Filter {
  const kind = (one: Operator) => KINDS.findIndex(kinds => kinds.includes(one))
  const fits = isBare(operator) || isBare(filter.operator) || kind(operator) === kind(filter.operator)
  const first = kind(operator) === 1 ? ['this', 'day', '1'] : operator === 'is' ? ['true'] : []
  const values = fits && filter.values.length > 0 && !isBare(filter.operator) ? filter.values : first
  return { ...filter, operator, values }
}
