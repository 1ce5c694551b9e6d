import { useQuery } from '@tanstack/react-query'
import { api, useShell, type RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatAgo } from '../../util/format'
import { comparedFields } from '../duplicates/hits'
import type { Merge } from './useMerge'
import { useUnmerge } from './useUnmerge'

/** Which records went into this one, and the way back. */
export function MergedFrom({ type, id }: { type: RecordType; id: string }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const undo = useUnmerge(type)
  const { data } = useQuery({
    queryKey: ['records', type.name, 'merges', id], enabled: comparedFields(type).length > 0,
    queryFn: async ({ signal }) => (await api.get<{ items: Merge[] }>('/api/records/merges', { type: type.name, id }, signal)).items,
  })
  const merges = (data ?? []).filter(merge => merge.state !== 'undone')
  if (merges.length === 0) return null
  return (
    <section className="card merged-from" aria-label={t('merge.from')}>
      <h2 className="card-title">{t('merge.from')}</h2>
      <ul className="rows">
        {merges.map(merge => (
          <li key={merge.id}>
            <div>
              <div>{merge.others.map(other => other.title).join('、')}</div>
              <span className="meta">{t('merge.by', { who: merge.byLabel, time: formatAgo(merge.at, language) })}{merge.state !== 'done' && ` · ${t(`merge.state.${merge.state}`)}`}</span>
            </div>
            {merge.state === 'done' && type.can.includes('update') && type.can.includes('delete') && <Button size="small" onClick={() => undo(merge.id)}>{t('merge.undo')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}
