import { useTranslation } from 'react-i18next'
import type { ImportBrief, State } from './types'

const TONE: Record<State, string> = {
  draft: 'idle', waiting: 'busy', checking: 'busy', checked: 'idle', running: 'busy', done: 'good', undoing: 'busy', undone: 'idle', cancelled: 'warn', failed: 'bad',
}

/** A coloured dot and what it means. */
export function ImportState({ of }: { of: ImportBrief }) {
  const { t } = useTranslation()
  return <span className="import-state"><span className={`dot ${TONE[of.state]}`} aria-hidden="true" />{t(`import.state.${of.state}`)}</span>
}
