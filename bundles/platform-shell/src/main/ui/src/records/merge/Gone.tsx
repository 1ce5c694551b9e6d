import { useQuery } from '@tanstack/react-query'
import { api, isProblem, type RecordType } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'

interface Props { type: RecordType; id: string; error: unknown; retry: () => void }

/** In place of a record that cannot be shown: the way to the one it was merged into, or what went wrong. */
export function Gone({ type, id, error, retry }: Props) {
  const { t } = useTranslation()
  const missing = isProblem(error, 404)
  const { data: survivor, isLoading } = useQuery({
    queryKey: ['records', type.name, 'survivor', id], enabled: missing, retry: false,
    queryFn: ({ signal }) => api.get<{ id: string; title: string }>(`/api/records/merges/survivor/${type.name}/${id}`, {}, signal),
  })
  if (missing && isLoading) return <PageSkeleton />
  if (!survivor) return <Broken error={error} retry={retry} />
  return (
    <div className="broken" role="status">
      <h1>{t('merge.into')}</h1>
      <Link className="button-link" to={`${type.route}/${survivor.id}`}>{t('merge.intoOpen', { title: survivor.title })}</Link>
    </div>
  )
}
