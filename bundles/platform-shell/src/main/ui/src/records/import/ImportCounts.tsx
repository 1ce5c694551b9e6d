import { useTranslation } from 'react-i18next'
import { formatCount } from '../../util/format'
import { OUTCOMES, type Counts, type Outcome } from './types'

interface Props { counts: Counts; undo: boolean; shown: Outcome | 'kept'; show: (outcome: Outcome | 'kept') => void }

/** How many rows came to what; each shows its rows. */
export function ImportCounts({ counts, undo, shown, show }: Props) {
  const { t } = useTranslation()
  const all = [...(undo ? ['kept' as const] : []), ...OUTCOMES]
  return (
    <div className="import-counts" role="group" aria-label={t('import.rowsBy')}>
      {all.map(each => (
        <button key={each} type="button" aria-pressed={shown === each} disabled={counts[each] === 0 && shown !== each} onClick={() => show(each)}>
          <span className="count">{formatCount(counts[each])}</span> {t(`import.outcome.${each}`)}
        </button>
      ))}
    </div>
  )
}
