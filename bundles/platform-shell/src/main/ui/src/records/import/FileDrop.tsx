import { InboxOutlined } from '@ant-design/icons'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xlsm,text/csv'

/** A file, chosen or dragged. */
export function FileDrop({ choose, busy }: { choose: (file: File) => void; busy: boolean }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped && !busy) choose(dropped)
  }
  return (
    <div className={over ? 'file-drop over' : 'file-drop'} onDragOver={event => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <button type="button" disabled={busy} onClick={() => input.current?.click()}>
        <span className="file-icon" aria-hidden="true"><InboxOutlined /></span>
        <span>{busy ? t('import.reading') : t('import.choose')}</span>
        <span className="meta">{t('import.drag')}</span>
      </button>
      <input ref={input} type="file" accept={ACCEPTED} hidden onChange={event => {
        const chosen = event.target.files?.[0]
        event.target.value = ''
        if (chosen) choose(chosen)
      }} />
    </div>
  )
}
