import { Form, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props { title: string; name: string; busy: boolean; done: (name: string) => void; close: () => void }

const MOST = 100

/** Asks what a view is called. */
export function NameDialog({ title, name, busy, done, close }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState(name)
  const bare = text.trim()
  const submit = () => { if (bare) done(bare) }
  return (
    <Modal open title={title} okText={t('action.save')} cancelText={t('action.cancel')} okButtonProps={{ disabled: !bare, loading: busy }} onOk={submit} onCancel={close}>
      <Form layout="vertical" onFinish={submit}>
        <Form.Item label={t('views.name')} htmlFor={id} required><Input id={id} autoFocus maxLength={MOST} value={text} onChange={event => setText(event.target.value)} /></Form.Item>
      </Form>
    </Modal>
  )
}
