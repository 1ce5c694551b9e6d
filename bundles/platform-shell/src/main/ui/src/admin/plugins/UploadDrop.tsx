import { InboxOutlined } from '@ant-design/icons'
import { api, isProblem } from '@tenon/sdk'
import { Alert, Button, Progress } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preview } from './types'

/** A plugin's archive, chosen or dragged, sent with its progress shown; then what it is. */
export function UploadDrop({ show }: { show: (preview: Preview) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const abort = useRef<AbortController>(null)
  const [over, setOver] = useState(false)
  const [sent, setSent] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (file: File) => {
    setProblem(null)
    setSent(0)
    abort.current = new AbortController()
    try {
      show(await api.upload<Preview>('/api/plugins/uploads', file, { filename: file.name }, setSent, abort.current.signal))
    } catch (error) {
      if (!abort.current.signal.aborted) setProblem(isProblem(error) ? error.message : t('broken.other.title'))
    }
    setSent(null)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped && sent === null) void send(dropped)
  }
  return (
    <>
      <div className={over ? 'file-drop plugin-drop over' : 'file-drop plugin-drop'} onDragOver={event => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
        {sent === null ? (
          <button type="button" onClick={() => input.current?.click()}>
            <span className="file-icon" aria-hidden="true"><InboxOutlined /></span>
            <span>{t('plugins.choose')}</span>
            <span className="meta">{t('plugins.drag')}</span>
          </button>
        ) : (
          <div className="plugin-sending">
            <Progress percent={Math.round(sent * 100)} aria-label={t('plugins.sending')} />
            <span className="meta">{sent < 1 ? t('plugins.sending') : t('plugins.reading')}</span>
            <Button size="small" onClick={() => abort.current?.abort()}>{t('action.cancel')}</Button>
          </div>
        )}
        <input ref={input} type="file" accept=".kar,.jar" aria-label={t('plugins.choose')} hidden onChange={event => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen) void send(chosen)
        }} />
      </div>
      {problem && <Alert type="error" showIcon closable={{ onClose: () => setProblem(null) }} title={t('plugins.noPlugin')} description={problem} role="alert" />}
    </>
  )
}
