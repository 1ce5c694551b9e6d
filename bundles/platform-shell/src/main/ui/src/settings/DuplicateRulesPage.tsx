import { useQuery } from '@tanstack/react-query'
import { api } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { useTitle } from '../util/useTitle'
import '../styles/rest'
import { TypeRules, type Rules } from './TypeRules'

/** What the same value in two records means, for each record type and each field that is compared. */
export function DuplicateRulesPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'duplicate-rules'],
    queryFn: async ({ signal }) => (await api.get<{ items: Rules[] }>('/api/records/duplicate-rules', {}, signal)).items,
  })
  useTitle(t('duplicates.rules'))
  return (
    <div className="page narrow-page">
      <h1>{t('duplicates.rules')}</h1>
      <p className="muted">{t('duplicates.rulesText')}</p>
      {error && !data && <Broken error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data?.map(rules => <TypeRules key={`${rules.type} ${rules.version}`} rules={rules} saved={() => void refetch()} />)}
    </div>
  )
}
