import { useShell } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Dot } from '../../records/fields/Dot'
import { formatAgo, formatInstant } from '../../util/format'
import { PluginActions } from './PluginActions'
import { KINDS, type Plugin } from './types'
import type { Work } from './usePlugins'

const COLOURS = { active: 'green', stopped: 'grey', failed: 'red', available: 'blue' } as const

/** An installed plugin: what it is, how it stands, what one can do with it. */
export function PluginRow({ plugin, work, open }: { plugin: Plugin; work: Work; open: () => void }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const { name, label, version, state, since, by, reason, origin, brings } = plugin
  const counts = KINDS.filter(kind => (brings[kind]?.length ?? 0) > 0).map(kind => t(`plugins.count.${kind}`, { count: brings[kind]!.length }))
  return (
    <li className="card" aria-label={label}>
      <div className="plugin-what">
        <h2 className="card-title"><Button type="link" onClick={open}>{label}</Button></h2>
        <p className="meta">
          {name} · {version} · {t(`plugins.origin.${origin}`)}
          {since && <> · <time dateTime={since} title={formatInstant(since, language)}>{formatAgo(since, language)}</time></>}
          {by && ` · ${by}`}
        </p>
        {counts.length > 0 && <p className="meta">{counts.join(' · ')}</p>}
        {reason && <p className="form-error" role="alert">{reason}</p>}
      </div>
      <Dot color={COLOURS[state]}>{t(`plugins.state.${state}`)}</Dot>
      <PluginActions plugin={plugin} work={work} />
    </li>
  )
}
