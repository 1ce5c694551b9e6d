import { api, isProblem, type Field } from '@tenon/sdk'
import { App, Form, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReferenceInput } from '../records/fields/ReferenceInput'
import type { Tile } from './tiles'

const ROLE = { name: 'role', label: '', type: 'reference', required: true } as Field

/** Gives the present arrangement to a role, for its members who have none of their own. */
export function ForRoleDialog({ tiles, close }: { tiles: Tile[]; close: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const id = useId()
  const [role, setRole] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      await api.put(`/api/identity/roles/${role}/remembered/home`, { content: JSON.stringify(tiles) })
      message.success(t('home.forRoleDone'))
      close()
    } catch (problem) {
      message.error(isProblem(problem) ? problem.message : t('broken.other.title'))
      setBusy(false)
    }
  }
  return (
    <Modal open title={t('home.forRole')} okText={t('home.forRoleSave')} cancelText={t('action.cancel')} okButtonProps={{ disabled: role === null, loading: busy }} onOk={() => void save()} onCancel={close}>
      <p className="muted">{t('home.forRoleText')}</p>
      <Form layout="vertical"><Form.Item label={t('home.role')} htmlFor={id} required><ReferenceInput id={id} field={ROLE} type="identity.role" value={role} onChange={next => setRole(next as string | null)} /></Form.Item></Form>
    </Modal>
  )
}
