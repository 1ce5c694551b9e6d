import { useRecord, type RecordType } from '@tenon/sdk'
import { Alert } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { PageSkeleton } from '../../app/PageSkeleton'
import { noteVisit } from '../../home/recents'
import { isWriting } from '../../frame/useKeyboard'
import { Slots } from '../../plugins/Slots'
import { useTitle } from '../../util/useTitle'
import { Gone } from '../merge/Gone'
import { MergedFrom } from '../merge/MergedFrom'
import { isWritable, sectionsOf } from '../layout'
import { titleOf } from '../titleOf'
import { Attachments } from '../stream/Attachments'
import { Stream } from '../stream/Stream'
import { draftedSection } from './draftedSection'
import { wantsEdit } from './editing'
import { RecordHeader } from './RecordHeader'
import { RelatedRecords } from './RelatedRecords'
import { Sections } from './Sections'

/** A record: sections and related lists at the left, what happened at the right. */
export function RecordPage({ type, id }: { type: RecordType; id: string }) {
  const { t } = useTranslation()
  const { data: record, error, refetch } = useRecord(type, id)
  const [editing, setEditing] = useState(() => draftedSection(type, id))
  useTitle(record ? titleOf(record, type) : type.label)

  const editable = !!record && !record.deletedAt && (record._can ?? type.can).includes('update')
  const first = sectionsOf(type).find(section => section.fields.some(isWritable))?.name ?? null
  const title = record && !record.deletedAt ? titleOf(record, type) : null
  useEffect(() => { if (title !== null) noteVisit({ type: type.name, id, title }) }, [type.name, id, title])
  const asked = useRef(wantsEdit(useLocation().state))
  useEffect(() => {
    if (!asked.current || !editable || first === null) return
    asked.current = false
    setEditing(first)
  }, [editable, first])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'e' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || !editable || editing !== null) return
      event.preventDefault()
      setEditing(first)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [editable, editing, first])

  if (error && !record) return <Gone type={type} id={id} error={error} retry={() => void refetch()} />
  if (!record) return <PageSkeleton />
  return (
    <div className="page record-page">
      <RecordHeader type={type} record={record} edit={editable && first !== null ? () => setEditing(first) : undefined} editing={editing !== null} />
      {record.deletedAt && <Alert type="warning" showIcon title={t('record.isDeleted')} />}
      <div className="record-body">
        <div className="record-main">
          <Sections type={type} record={record} editing={editing} setEditing={setEditing} />
          {type.related.map(related => <RelatedRecords key={`${related.type}.${related.field}`} related={related} parent={record} parentType={type} />)}
          <Attachments type={type} id={id} />
          <Slots slot={`record.${type.name}.tab/v1`} record={record} />
        </div>
        <div className="record-side"><MergedFrom type={type} id={id} /><Stream type={type} id={id} closed={!!record.deletedAt} /></div>
      </div>
    </div>
  )
}
