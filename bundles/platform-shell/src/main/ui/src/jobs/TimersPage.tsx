import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { useTitle } from '../util/useTitle'
import { TimerCard } from './TimerCard'
import { useTimers } from './timers'
import '../styles/rest'

/** What runs at set times: when next, what came of the last run, and running it now. */
export function TimersPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useTimers()
  useTitle(t('timers.title'))
  return (
    <div className="page">
      <h1>{t('timers.title')}</h1>
      {error && <Broken error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data?.length === 0 && <div className="empty"><p>{t('timers.none')}</p></div>}
      {data && data.length > 0 && <ul className="job-list">{data.map(timer => <TimerCard key={timer.name} timer={timer} />)}</ul>}
    </div>
  )
}
