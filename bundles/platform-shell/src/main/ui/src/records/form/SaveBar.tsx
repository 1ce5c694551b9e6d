import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

interface Props { busy: boolean; cancel: () => void; save: () => void; label?: string; also?: { label: string; run: () => void } }

/** Stays in sight below a form. Ctrl/Cmd-Enter saves, Esc leaves; what is lost is asked about before. */
export function SaveBar({ busy, cancel, save, label, also }: Props) {
  const { t } = useTranslation()
  const keys = useRef({ cancel, save })
  useEffect(() => { keys.current = { cancel, save } })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        keys.current.save()
      } else if (event.key === 'Escape' && !document.querySelector('.ant-select-open, .ant-picker-focused, .ant-popover:not(.ant-popover-hidden)')) {
        event.preventDefault()
        keys.current.cancel()
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <div className="save-bar">
      <Button type="primary" htmlType="submit" loading={busy}>{label ?? t('action.save')}</Button>
      {also && <Button onClick={also.run} disabled={busy}>{also.label}</Button>}
      <Button onClick={cancel}>{t('action.cancel')}</Button>
    </div>
  )
}
