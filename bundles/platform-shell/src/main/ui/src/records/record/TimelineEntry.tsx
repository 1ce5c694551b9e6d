import { useShell, type RecordType } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { ActorFace } from '../../frame/ActorFace'
import { formatAgo, formatInstant } from '../../util/format'
import { Origin } from '../stream/Origin'
import type { Entry } from './entry'
import { changeTexts } from './valueText'

const DETAILED = new Set(['update', 'merge', 'unmerge', 'team', 'share'])

/** One change: who, when, and each field from what to what. */
export function TimelineEntry({ entry, type }: { entry: Entry; type: RecordType }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const who = entry.byLabel || t('timeline.system')
  const details = DETAILED.has(entry.action) ? entry.changes : []
  const texts = { language, yes: t('field.yes'), no: t('field.no') }
  return (
    <li>
      <ActorFace id={entry.by} name={who} />
      <div>
        <p><strong>{who}</strong> {entry.from && entry.action === 'delete' ? t('timeline.mergedInto') : t(`timeline.${entry.action}`, { defaultValue: entry.action })}
          {' '}<time className="meta" dateTime={entry.at} title={formatInstant(entry.at, language)}>{formatAgo(entry.at, language)}</time>
          {entry.from && <Origin from={entry.from} />}
          {entry.source && entry.source !== 'screen' && <span className="meta"> · {t(`stream.source.${entry.source}`, { defaultValue: entry.source })}</span>}</p>
        {details.length > 0 && (
          <ul>{details.map(change => {
            const field = type.fields.find(known => known.name === change.field)
            const [before, after] = changeTexts(change, field, texts)
            return (
              <li key={change.field}>
                <span className="meta">{change.label}</span> {before && <span className="was">{before}</span>}
                <span aria-label={t('timeline.became')} role="img"> → </span>{after || t('timeline.emptied')}
              </li>
            )
          })}</ul>
        )}
      </div>
    </li>
  )
}
