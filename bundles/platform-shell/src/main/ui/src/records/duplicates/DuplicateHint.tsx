import type { RecordType } from '@tenon/sdk'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Form } from '../form/useForm'
import { HitRow } from './HitRow'
import { useDuplicateCheck } from './useDuplicateCheck'

const SHOWN = 5

/** Says, while one types, that the record may exist already. Nothing is refused before it is saved. */
export function DuplicateHint({ type, form, id }: { type: RecordType; form: Form; id?: string }) {
  const { t } = useTranslation()
  const hits = useDuplicateCheck(type, form, id)
  const blocking = hits.some(hit => hit.blocked)
  return (
    <div role="status" className="duplicate-hint">
      {hits.length > 0 && (
        <Alert type={blocking ? 'error' : 'warning'} showIcon title={t(blocking ? 'duplicates.blocked' : hits[0]!.likely ? 'duplicates.hintLikely' : 'duplicates.hint')}
          description={<ul className="hits">{hits.slice(0, SHOWN).map((hit, index) => <HitRow key={hit.id ?? index} type={type} hit={hit} />)}</ul>} />
      )}
    </div>
  )
}
