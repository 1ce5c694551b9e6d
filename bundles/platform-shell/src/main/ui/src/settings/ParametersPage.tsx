import { useQuery } from '@tanstack/react-query'
import { api } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { useTitle } from '../util/useTitle'
import '../styles/rest'
import { ParameterField, type Parameter } from './ParameterField'

/** Settings of the whole installation, by the area they belong to. Each is saved by itself. */
export function ParametersPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'parameters'],
    queryFn: async ({ signal }) => (await api.get<{ items: Parameter[] }>('/api/records/parameters', {}, signal)).items,
  })
  useTitle(t('settings.parameters'))
  return (
    <div className="page narrow-page">
      <h1>{t('settings.parameters')}</h1>
      {error && <Broken error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && <div className="card">{data.map(parameter => <ParameterField key={`${parameter.name} ${parameter.version}`} parameter={parameter} saved={() => void refetch()} />)}</div>}
    </div>
  )
}
