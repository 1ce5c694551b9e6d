import type { Field } from '@tenon/sdk'
import { Alert, Form, Modal, Switch } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReferenceInput } from '../fields/ReferenceInput'
import type { Grantee, SavedView, Sharing } from './views'

interface Props { view: SavedView; busy: boolean; done: (sharing: Sharing) => void; close: () => void }

const FIELD = { required: false } as Field
const NOBODY: Sharing = { everyone: false, departments: [], roles: [] }

/** To whom a view is shown. */
export function ShareDialog({ view, busy, done, close }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [sharing, setSharing] = useState(view.sharing ?? NOBODY)
  const labels = (grantees: Grantee[]) => grantees.map(one => one.label)
  const put = (key: 'departments' | 'roles') => (next: unknown) => {
    const ids = (next ?? []) as string[]
    setSharing({ ...sharing, [key]: ids.map(one => sharing[key].find(known => known.id === one) ?? { id: one, label: one }) })
  }
  return (
    <Modal open title={t('views.shareTitle', { name: view.name })} okText={t('action.save')} cancelText={t('action.cancel')} okButtonProps={{ loading: busy }} onOk={() => done(sharing)} onCancel={close}>
      <Alert type="info" showIcon title={t('views.shareText')} />
      <Form layout="vertical" className="view-sharing">
        <Form.Item label={t('views.everyone')} htmlFor={`${id}-everyone`}>
          <Switch id={`${id}-everyone`} checked={sharing.everyone} onChange={everyone => setSharing({ ...sharing, everyone })} />
        </Form.Item>
        <Form.Item label={t('views.departments')} htmlFor={`${id}-departments`}>
          <ReferenceInput id={`${id}-departments`} field={FIELD} type="identity.department" multiple value={sharing.departments.map(one => one.id)} label={labels(sharing.departments)} onChange={put('departments')} />
        </Form.Item>
        <Form.Item label={t('views.roles')} htmlFor={`${id}-roles`}>
          <ReferenceInput id={`${id}-roles`} field={FIELD} type="identity.role" multiple value={sharing.roles.map(one => one.id)} label={labels(sharing.roles)} onChange={put('roles')} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
