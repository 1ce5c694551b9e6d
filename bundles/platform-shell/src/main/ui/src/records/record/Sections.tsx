import type { RecordData, RecordType } from '@tenon/sdk'
import { useState } from 'react'
import { sectionsOf } from '../layout'
import { draftedSection } from './draftedSection'
import { SectionEditor } from './SectionEditor'
import { SectionView } from './SectionView'
import { Traces } from './Traces'

interface Props { type: RecordType; record: RecordData; single?: boolean; editing?: string | null; setEditing?: (section: string | null) => void }

/** A record's fields by section; each is edited in place. */
export function Sections({ type, record, single = false, editing: given, setEditing: give }: Props) {
  const [own, setOwn] = useState(() => (give ? null : draftedSection(type, record.id)))
  const editing = give ? given ?? null : own
  const setEditing = give ?? setOwn
  const editable = !record.deletedAt && (record._can ?? type.can).includes('update')
  return (
    <>
      {sectionsOf(type).map(section => editing === section.name
        ? <SectionEditor key={section.name} type={type} record={record} section={section} done={() => setEditing(null)} />
        : <SectionView key={section.name} type={type} section={section} record={record} single={single}
            edit={editable ? () => setEditing(section.name) : undefined} editing={editing !== null} />)}
      <Traces record={record} />
    </>
  )
}
