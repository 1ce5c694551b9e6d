import { useShell, type Conflict, type RecordType, type Values } from '@tenon/sdk'
import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../util/format'
import { ConflictValue } from './ConflictValue'
import { chosen, disputes, undisputed, type Side } from './conflict'

interface Props {
  conflict: Conflict
  type: RecordType
  /** What the member wanted to store. */
  patch: Values
  busy: boolean
  close: () => void
  keep: (patch: Values) => void
}

/** Somebody else changed the record meanwhile: what it was, theirs and mine side by side, and the choice is the member's, field by field or for all. */
export function ConflictDialog({ conflict, type, patch, busy, close, keep }: Props) {
  const { t } = useTranslation()
  const { language } = useShell()
  const disputed = disputes(conflict, patch)
  const agreed = undisputed(conflict, patch)
  const [sides, setSides] = useState<Record<string, Side>>({})
  const side = (name: string): Side => sides[name] ?? 'mine'
  const all = (to: Side) => setSides(Object.fromEntries(disputed.map(({ field }) => [field, to])))
  const field = (name: string) => type.fields.find(known => known.name === name)
  const label = (name: string) => field(name)?.label ?? name
  return (
    <Modal open title={t('conflict.title')} width={760} onCancel={close} onOk={() => keep(chosen(patch, sides))} confirmLoading={busy} okText={t('conflict.save')} cancelText={t('conflict.back')}>
      <p>{t('conflict.text', { by: conflict.changedBy ?? '?', at: conflict.changedAt ? formatInstant(conflict.changedAt, language) : '' })}</p>
      {disputed.length === 0 && <p>{t('conflict.elsewhere')}</p>}
      {disputed.length > 0 && (
        <>
          {disputed.length > 1 && (
            <div className="conflict-all">
              <Button size="small" onClick={() => all('mine')}>{t('conflict.allMine')}</Button>
              <Button size="small" onClick={() => all('theirs')}>{t('conflict.allTheirs')}</Button>
            </div>
          )}
          <div className="conflicts">
            {disputed.map(({ field: name, base, yours, theirs }) => {
              const known = field(name)
              const shown = (value: typeof base) => (known ? <ConflictValue field={known} value={value} /> : JSON.stringify(value))
              return (
                <fieldset key={name} className="conflict">
                  <legend>{label(name)}</legend>
                  <div><span className="meta">{t('conflict.base')}</span> {shown(base)}</div>
                  <Radio name={`conflict-${name}`} checked={side(name) === 'mine'} onChange={() => setSides({ ...sides, [name]: 'mine' })}>
                    <span className="meta">{t('conflict.yours')}</span> {shown(yours)}</Radio>
                  <Radio name={`conflict-${name}`} checked={side(name) === 'theirs'} onChange={() => setSides({ ...sides, [name]: 'theirs' })}>
                    <span className="meta">{t('conflict.theirs')}</span> {shown(theirs)}</Radio>
                </fieldset>
              )
            })}
          </div>
        </>
      )}
      {disputed.length > 0 && agreed.length > 0 && <p className="muted">{t('conflict.undisputed', { fields: agreed.map(label).join('、') })}</p>}
    </Modal>
  )
}
