import { useShell, type RecordType } from '@tenon/sdk'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { formatAgo } from '../../util/format'
import { useTitle } from '../../util/useTitle'
import { GroupCard } from './GroupCard'
import { PairCard } from './PairCard'
import { useDuplicates } from './useDuplicates'

/** Records of a type that are probably the same, the likeliest first. */
export function DuplicatesPage({ type }: { type: RecordType }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const [dismissed, setDismissed] = useState(false)
  const { groups, pairs, loaded, error, retry, scannedAt, scanning, more, scan, dismiss, recall } = useDuplicates(type, dismissed)
  const title = t('duplicates.title', { type: type.plural })
  useTitle(title)
  const state = scanning ? t('duplicates.scanning') : scannedAt ? t('duplicates.scannedAt', { time: formatAgo(scannedAt, language) }) : t('duplicates.never')
  return (
    <div className="page duplicates-page">
      <nav aria-label={t('record.path')} className="crumb"><Link to={type.route}>{type.plural}</Link></nav>
      <div className="page-header">
        <h1>{title}</h1>
        <span className="meta" role="status">{loaded ? state : ''}</span>
        <div className="page-actions">
          <Checkbox checked={dismissed} onChange={event => setDismissed(event.target.checked)}>{t('duplicates.showDismissed')}</Checkbox>
          {type.can.includes('update') && <Button type="primary" loading={scanning} onClick={() => void scan()}>{t('duplicates.scan')}</Button>}
        </div>
      </div>
      <p className="muted">{t('duplicates.text')}</p>
      {error && !loaded && <Broken error={error} retry={retry} />}
      {!loaded && !error && <PageSkeleton />}
      {loaded && (dismissed ? pairs : groups).length === 0 && <p className="empty">{t('duplicates.none')}</p>}
      <ul className="pairs">
        {!dismissed && groups.map(group => <GroupCard key={group.records.map(record => record.id).join()} type={type} group={group} dismiss={pair => void dismiss(pair)} />)}
        {dismissed && pairs.map(pair => <PairCard key={pair.records.map(record => record.id ?? '').join()} type={type} pair={pair} recall={() => void recall(pair)} />)}
      </ul>
      {more && <Button onClick={more}>{t('duplicates.more')}</Button>}
    </div>
  )
}
