import { useShell } from '@tenon/sdk'
import { formatInstant } from '../util/format'

/** On paper alone: whose it is, who printed it and when. */
export function PrintHead() {
  const { session, contributions, language } = useShell()
  return (
    <p className="print-head" aria-hidden="true">
      <span>{contributions.company || 'Tenon'}</span>
      <span>{session.member?.name} · {formatInstant(new Date().toISOString(), language)}</span>
    </p>
  )
}
