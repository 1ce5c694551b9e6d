import type { RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ListState } from './useListState'

/** One sentence and one action. */
export function ListEmpty({ type, filtered, state }: { type: RecordType; filtered: boolean; state: ListState }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <div className="empty">
      <p>{t(state.deleted ? 'list.binEmpty' : filtered ? 'list.nothingMatches' : 'list.empty', { type: type.plural })}</p>
      {filtered && <Button onClick={state.clear}>{t('filter.clear')}</Button>}
      {!filtered && !state.deleted && type.can.includes('create') && (
        <Button type="primary" onClick={() => void navigate(`${type.route}/new`)}>{t('list.create', { type: type.label })}</Button>
      )}
    </div>
  )
}
