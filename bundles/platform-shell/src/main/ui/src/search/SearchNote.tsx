import type { Page } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'

/** How far a list that asked the search index can be trusted: how old its answers may be, and whether they are all. */
export function SearchNote({ search }: { search: Page['search'] }) {
  const { t } = useTranslation()
  if (!search) return null
  return (
    <p className="meta search-note" role="status">
      {!search.ready ? t('search.beginnings') : search.capped ? t('search.capped', { most: search.most }) : t('search.lag', { seconds: search.lagSeconds })}
    </p>
  )
}
