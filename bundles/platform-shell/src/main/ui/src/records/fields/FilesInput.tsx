import { UploadOutlined, DeleteOutlined } from '@ant-design/icons'
import { api, isProblem } from '@tenon/sdk'
import { Alert, Button } from 'antd'
import { useRef, useState, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputProps } from './props'

/** Files of a record: each is kept as soon as it is chosen, and belongs to the record once that is saved. */
export function FilesInput({ id, value, onChange, label, describedBy, invalid }: InputProps<string[] | null>) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [names, setNames] = useState<Record<string, string>>(() => Object.fromEntries((value ?? []).map((file, index) => [file, [label ?? []].flat()[index] ?? file])))
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const files = value ?? []

  const chosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const picked = [...(event.target.files ?? [])]
    event.target.value = ''
    setBusy(true)
    setRefusal(null)
    try {
      const added: string[] = []
      for (const file of picked) {
        const body = new FormData()
        body.append('file', file)
        const kept = await api.post<{ id: string; name: string }>('/api/files', body)
        setNames(known => ({ ...known, [kept.id]: kept.name }))
        added.push(kept.id)
      }
      onChange([...files, ...added])
    } catch (error) {
      setRefusal(isProblem(error) ? error.message : t('broken.other.title'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="files-input">
      <ul>
        {files.map(file => (
          <li key={file}>
            <a href={`/api/files/${file}`}>{names[file] ?? file}</a>
            <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('field.removeFile', { name: names[file] ?? file })}
              onClick={() => onChange(files.length > 1 ? files.filter(one => one !== file) : null)} />
          </li>
        ))}
      </ul>
      <input ref={input} type="file" multiple hidden onChange={event => void chosen(event)} aria-labelledby={`${id}-label`} />
      <Button id={id} icon={<UploadOutlined aria-hidden />} loading={busy} danger={invalid} aria-describedby={describedBy} onClick={() => input.current?.click()}>{t('field.addFile')}</Button>
      {refusal && <Alert type="error" showIcon title={refusal} />}
    </div>
  )
}
