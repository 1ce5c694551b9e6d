import { useRecordTypes, type RecordType } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { prefill } from '../form/prefill'
import type { ComposerCommand } from './Composer'

/** The records that can be made for this one, as commands of its composer. */
export function useCreations(type: RecordType, id: string): ComposerCommand[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: types = [] } = useRecordTypes()
  return type.related.flatMap(({ type: name, field }) => {
    const other = types.find(known => known.name === name)
    if (!other?.can.includes('create')) return []
    const path = `${other.route}/new?${prefill(field, `${type.name}:${id}`, `${type.route}/${id}`)}`
    return [{ key: `new ${name} ${field}`, label: t('list.create', { type: other.label }), run: () => void navigate(path) }]
  })
}
