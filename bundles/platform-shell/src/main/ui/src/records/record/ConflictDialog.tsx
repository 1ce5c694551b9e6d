import { useShell, type Conflict, type FieldValue, type RecordData, type RecordType, type Values } from '@tenon/sdk'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../util/format'
import { FieldView } from '../fields/FieldView'

interface Props {
  conflict: Conflict
  type: RecordType
  /** What the member wanted to store. */
  patch: Values
  busy: boolean
  close: () => void
  keep: (patch: Values) => void
}

/** Somebody else changed the record meanwhile: both values side by side, and the choice is the member's. */
export function ConflictDialog({ conflict, type, patch, busy, close, keep }: Props) {
  const { t } = useTranslation()
  const { language } = useShell()
  const [theirs, setTheirs] = useState<string[]>([])
  const disputed = conflict.fields.filter(({ field }) => field in patch)
  const settle = () => keep(Object.fromEntries(Object.entries(patch).filter(([name]) => !theirs.includes(name))))
  const field = (name: string) => type.fields.find(known => known.name === name)
  const shown = (name: string, value: FieldValue) => {
    const known = field(name)
    return known ? <FieldView field={known} record={{ id: '', version: 0, [name]: value } as RecordData} /> : JSON.stringify(value)
  }
  return (
    <Modal open title={t('conflict.title')} width={720} onCancel={close} onOk={settle} confirmLoading={busy} okText={t('conflict.save')} cancelText={t('conflict.back')}>
      <p>{t('conflict.text', { by: conflict.changedBy ?? '?', at: conflict.changedAt ? formatInstant(conflict.changedAt, language) : '' })}</p>
      {disputed.length === 0 && <p>{t('conflict.elsewhere')}</p>}
      {disputed.length > 0 && (
        <table className="plain">
          <thead><tr><th scope="col">{t('conflict.field')}</th><th scope="col">{t('conflict.base')}</th><th scope="col">{t('conflict.yours')}</th><th scope="col">{t('conflict.theirs')}</th></tr></thead>
          <tbody>
            {disputed.map(({ field: name, base, yours, theirs: other }) => (
              <tr key={name}>
                <th scope="row">{field(name)?.label ?? name}</th>
                <td>{shown(name, base)}</td>
                <td><Radio checked={!theirs.includes(name)} onChange={() => setTheirs(theirs.filter(known => known !== name))}>{shown(name, yours)}</Radio></td>
                <td><Radio checked={theirs.includes(name)} onChange={() => setTheirs([...theirs, name])}>{shown(name, other)}</Radio></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  )
}
