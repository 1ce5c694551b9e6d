import { DeleteOutlined, EyeOutlined, PaperClipOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, isProblem, keys, useShell, type RecordType } from '@tenon/sdk'
import { App, Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAgo, formatInstant } from '../../util/format'
import { Preview } from './Preview'
import { formatSize } from './size'
import type { FileInfo } from './types'
import { keepFile } from './upload'

interface Files { items: FileInfo[]; manage: boolean }

/** The record's files: dropped or chosen, looked at, taken off. */
export function Attachments({ type, id }: { type: RecordType; id: string }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(0)
  const [shown, setShown] = useState<FileInfo | null>(null)
  const path = `/api/records/attachments/${type.name}/${id}`
  const { data } = useQuery({ queryKey: [...keys.timeline(type.name, id), 'files'], queryFn: ({ signal }) => api.get<Files>(path, {}, signal) })
  const refresh = () => client.invalidateQueries({ queryKey: keys.timeline(type.name, id) })

  const upload = async (files: FileList | null) => {
    for (const file of files ?? []) {
      setBusy(count => count + 1)
      try {
        const kept = await keepFile(file)
        await api.post(path, { file: kept.id })
      } catch (problem) {
        message.error(`${file.name}: ${isProblem(problem) ? problem.message : t('broken.other.title')}`, 8)
      }
      setBusy(count => count - 1)
    }
    await refresh()
  }
  const remove = (file: FileInfo) => modal.confirm({
    title: t('attachments.removeTitle', { name: file.name }), content: t('attachments.removeText'), okText: t('attachments.remove'), okButtonProps: { danger: true }, cancelText: t('action.cancel'),
    onOk: async () => { await api.delete(`${path}/${file.id}`); await refresh() },
  })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (data?.manage) void upload(event.dataTransfer.files)
  }
  const files = data?.items ?? []
  if (!data || (files.length === 0 && !data.manage)) return null
  return (
    <section className={over && data.manage ? 'card attachments over' : 'card attachments'} aria-label={t('attachments.title')}
      onDragOver={event => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <div className="card-header">
        <h2 className="card-title">{t('attachments.title')} {files.length > 0 && <span className="meta">{files.length}</span>}</h2>
        {data.manage && <Button type="text" size="small" icon={<PlusOutlined aria-hidden />} loading={busy > 0} onClick={() => input.current?.click()}>{t('attachments.add')}</Button>}
      </div>
      <input ref={input} type="file" multiple hidden onChange={event => { void upload(event.target.files).then(() => { if (input.current) input.current.value = '' }) }} />
      {files.length === 0 && <p className="muted">{t('attachments.empty')}</p>}
      <ul>{files.map(file => (
        <li key={file.id}>
          <PaperClipOutlined aria-hidden />
          <div>
            <a href={`/api/files/${file.id}`} download={file.name}>{file.name}</a>
            <p className="meta">{formatSize(file.size ?? 0)} · {file.byLabel} · <time dateTime={file.createdAt} title={formatInstant(file.createdAt ?? '', language)}>{formatAgo(file.createdAt ?? '', language)}</time></p>
          </div>
          {file.inline && <Button type="text" size="small" icon={<EyeOutlined aria-hidden />} aria-label={t('attachments.preview', { name: file.name })} onClick={() => setShown(file)} />}
          {data.manage && <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('attachments.removeTitle', { name: file.name })} onClick={() => remove(file)} />}
        </li>
      ))}</ul>
      <Preview file={shown} close={() => setShown(null)} />
    </section>
  )
}
