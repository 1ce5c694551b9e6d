import type { RecordType } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import type { Hit } from './hits'

/** One record that may be the same, and why; of one the member may not see only that there is one. */
export function HitRow({ type, hit }: { type: RecordType; hit: Hit }) {
  const { t } = useTranslation()
  const masked = hit.ownerLabel ? t('duplicates.hiddenOwner', { owner: hit.ownerLabel }) : t('duplicates.hidden')
  return (
    <li className="hit">
      {hit.id
        ? <a href={`${type.route}/${hit.id}`} target="_blank" rel="noopener">{hit.title}<span className="hidden"> ({t('duplicates.newTab')})</span></a>
        : <span className="muted">{masked}</span>}
      {hit.id && hit.ownerLabel && <span className="meta"> {hit.ownerLabel}</span>}
      <span className="reasons">{hit.reasons.map((reason, index) => <span className="pill" key={reason.field ?? index}>{reason.text}</span>)}</span>
    </li>
  )
}
