import { useTranslation } from 'react-i18next'
import { KINDS, labelOf, nameOf, type Brings } from './types'

/** What a plugin brings, by kind. */
export function BringsList({ brings }: { brings: Brings }) {
  const { t } = useTranslation()
  const kinds = KINDS.filter(kind => (brings[kind]?.length ?? 0) > 0)
  if (kinds.length === 0) return <p className="muted">{t('plugins.bringsNothing')}</p>
  return (
    <dl className="plugin-facts">
      {kinds.map(kind => (
        <div key={kind}>
          <dt>{t(`plugins.brings.${kind}`)}</dt>
          {brings[kind]!.map(brought => (
            <dd key={nameOf(brought)}>{labelOf(brought)}{labelOf(brought) !== nameOf(brought) && <code className="meta"> {nameOf(brought)}</code>}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
