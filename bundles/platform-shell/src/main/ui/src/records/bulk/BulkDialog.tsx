import { isProblem } from '@tenon/sdk'
import { Alert, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  title: string
  okText: string
  ready: boolean
  /** Takes a refusal to show it beside its fields; false to have it shown on top. */
  refuse?: (problem: unknown) => boolean
  submit: () => Promise<void>
  close: () => void
  children: ReactNode
}

/** Asks for what a bulk change needs. Stays open when the server refuses. */
export function BulkDialog({ title, okText, ready, refuse, submit, close, children }: Props) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const send = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await submit()
    } catch (problem) {
      if (!refuse?.(problem)) setRefusal(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
    setBusy(false)
  }
  return (
    <Modal open title={title} okText={okText} cancelText={t('action.cancel')} confirmLoading={busy} okButtonProps={{ disabled: !ready }}
      onOk={() => void send()} onCancel={close} width={640}>
      {refusal && <Alert type="error" showIcon role="alert" title={refusal} />}
      {children}
    </Modal>
  )
}
