import { createElement as h } from 'react'
import { Link, useRecords, useRecordType, useTranslation } from '@tenon/sdk'

/** The customers with the most points. */
export function Top({ most, heading }) {
  const { t } = useTranslation('loyalty')
  const { data: type } = useRecordType('loyalty.account')
  const { data: page } = useRecords(type, { sort: '-balance', limit: most })
  return h('section', { className: 'loyalty-top' },
    heading && h('h1', null, t('top.title')),
    page?.items.length === 0 && h('p', { className: 'loyalty-none' }, t('top.none')),
    h('ol', null, page?.items.map(account => h('li', { key: account.id },
      h(Link, { to: `/customers/customers/${account.customerId}` }, account.name),
      h('span', { className: 'loyalty-points' }, account.balance)))))
}
