import type { Condition, RecordType } from '@tenon/sdk'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageSkeleton } from '../../app/PageSkeleton'
import { BuilderGroup } from './BuilderGroup'
import { asked, groupOf, type GroupClause } from './clauses'
import { usePaths, useReferred } from './usePaths'

interface Props { type: RecordType; condition: Condition | null; apply: (condition: Condition | null) => void; close: () => void }

/** The whole condition of a list, with groups, periods and fields of referred records. */
export function ConditionDialog({ type, condition, apply, close }: Props) {
  const { t } = useTranslation()
  const fields = usePaths(type, true)
  const referred = useReferred(type, true)
  const [draft, setDraft] = useState<GroupClause | null>(null)
  const needs = JSON.stringify(condition ?? '').includes('.') && Object.keys(referred).length === 0
  const group = draft ?? groupOf(condition, fields)
  return (
    <Modal open title={t('builder.title')} width={880} className="builder" okText={t('filter.apply')} cancelText={t('action.cancel')} onCancel={close}
      onOk={() => { apply(asked(group, fields)); close() }}>
      {needs ? <PageSkeleton rows={3} /> : <BuilderGroup type={type} fields={fields} group={group} change={setDraft} />}
    </Modal>
  )
}
