import { useShell } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { Dot } from '../../records/fields/Dot'
import { formatAgo, formatInstant } from '../../util/format'
import { useAttempts } from './usePlugins'

/** Every change that was tried, newest first, and how it ended. */
export function History() {
  const { t } = useTranslation()
  const { language } = useShell()
  const { data, error, refetch } = useAttempts()
  if (error) return <Broken error={error} retry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  if (data.length === 0) return <div className="empty"><p>{t('plugins.noAttempts')}</p></div>
  return (
    <ul className="plugin-list">
      {data.map(({ at, by, action, plugin, version, outcome, reason }) => (
        <li key={`${at} ${plugin} ${action}`} className="card">
          <div className="plugin-what">
            <h2 className="card-title">{t(`plugins.attempt.${action}`, { defaultValue: action, name: plugin, version })}</h2>
            <p className="meta"><time dateTime={at} title={formatInstant(at, language)}>{formatAgo(at, language)}</time> · {by}</p>
            {reason && <p className="form-error">{reason}</p>}
          </div>
          <Dot color={outcome === 'done' ? 'green' : 'red'}>{t(`plugins.outcome.${outcome}`)}</Dot>
        </li>
      ))}
    </ul>
  )
}
