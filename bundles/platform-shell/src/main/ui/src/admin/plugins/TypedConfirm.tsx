import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props { title: string; text: string; word: string; action: string; busy: boolean; confirm: () => void; close: () => void }

/** Asks to type a word, so that nobody does by habit what cannot be taken back. */
export function TypedConfirm({ title, text, word, action, busy, confirm, close }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const field = useId()
  const right = typed.trim() === word
  return (
    <Modal open title={title} okText={action} okButtonProps={{ danger: true, disabled: !right, loading: busy }} cancelText={t('action.cancel')} onOk={confirm} onCancel={close} width={460}>
      <p className="typed-confirm">{text}</p>
      <label htmlFor={field}>{t('plugins.type', { word })}</label>
      <Input id={field} value={typed} autoFocus autoComplete="off" onChange={event => setTyped(event.target.value)} onPressEnter={() => { if (right && !busy) confirm() }} />
    </Modal>
  )
}
