import { isProblem, useOptions } from '@tenon/sdk'
import { PaperClipOutlined } from '@ant-design/icons'
import { App, Button, Mentions, Tag } from 'antd'
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { toBody } from './mentionText'
import type { FileInfo, Mention } from './types'
import { keepFile } from './upload'

/** Characters of an id; the list of choices adds something of its own to the keys it is given. */
const ID = 13

const PREFIXES = ['@', '/']

/** What a text that begins with `/` offers to do instead of being said. */
export interface ComposerCommand { key: string; label: string; run: () => void }

/** @param files whether files can be said along */
interface Props { commands?: ComposerCommand[]; initial?: string; mentions?: Mention[]; label: string; action: string; files?: boolean; submit: (body: string, files: string[]) => Promise<unknown>; cancel?: () => void }

/** Writes a comment; Ctrl or ⌘ with Enter sends it, @ finds members, / at the beginning offers commands. */
export function Composer({ initial = '', mentions = [], label, action, files = false, commands = [], submit, cancel }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [text, setText] = useState(initial)
  const [asked, setAsked] = useState<string | null>(null)
  const [picked, setPicked] = useState<Mention[]>(mentions)
  const [busy, setBusy] = useState(false)
  const [kept, setKept] = useState<FileInfo[]>([])
  const input = useRef<HTMLInputElement>(null)
  const { data: found, isFetching } = useOptions('identity.member', useDeferredValue(asked ?? ''), asked !== null)

  const write = (next: string) => {
    setText(next)
    // An input method may write a name without a key being pressed, which is all that onSearch hears.
    const begun = /@([^\s@]{0,20})$/.exec(next)
    if (begun) setAsked(begun[1]!)
  }
  const nothing = text.trim() === '' && kept.length === 0
  const upload = async (chosen: FileList | null) => {
    setBusy(true)
    for (const file of chosen ?? []) {
      try {
        const one = await keepFile(file)
        setKept(known => [...known, one])
      } catch (problem) {
        message.error(`${file.name}: ${isProblem(problem) ? problem.message : t('broken.other.title')}`, 8)
      }
    }
    if (input.current) input.current.value = ''
    setBusy(false)
  }
  const send = async () => {
    if (nothing || busy) return
    setBusy(true)
    try {
      await submit(toBody(text, picked), kept.map(file => file.id ?? ''))
      setText('')
      setKept([])
      setPicked([])
    } catch (problem) {
      message.error(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
    setBusy(false)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    } else if (event.key === 'Escape' && cancel && text === initial) {
      cancel()
    }
  }
  const attach: ComposerCommand[] = files ? [{ key: 'attach', label: t('stream.attach'), run: () => input.current?.click() }] : []
  const offered = text.startsWith('/') ? [...attach, ...commands].filter(({ label }) => label.toLowerCase().includes(text.slice(1).trim().toLowerCase())) : []
  const members = (found ?? []).map(member => ({
    value: member.title, key: member.id, label: <span className="option">{member.title}{member.hint && <span className="meta">{member.hint}</span>}</span>,
  }))
  const pick = (option: { key?: string; value?: string }) => {
    const command = offered.find(({ key }) => String(option.key).startsWith(key))
    if (command) {
      setText('')
      command.run()
    } else {
      setPicked(known => [...known.filter(one => one.name !== option.value), { id: String(option.key).slice(0, ID), name: option.value ?? '' }])
    }
  }
  const options = text.startsWith('/') ? offered.map(({ key, label }) => ({ key, value: label, label })) : members
  return (
    <div className="composer">
      <Mentions prefix={PREFIXES} aria-label={label} placeholder={t('stream.placeholder')} value={text} onChange={write} autoSize={{ minRows: 1, maxRows: 8 }} maxLength={10_000}
        onSearch={(word, prefix) => { if (prefix === '@') setAsked(word) }} notFoundContent={null} loading={isFetching} options={options} filterOption={false} onKeyDown={press} autoFocus={!!cancel}
        getPopupContainer={() => document.getElementById('main') ?? document.body}
        onSelect={pick} />
      {kept.length > 0 && (
        <p className="composer-files">{kept.map(file => (
          <Tag key={file.id} closable icon={<PaperClipOutlined aria-hidden />} closeIcon={<span aria-label={t('attachments.removeTitle', { name: file.name })}>×</span>}
            onClose={() => setKept(known => known.filter(one => one.id !== file.id))}>{file.name}</Tag>
        ))}</p>
      )}
      {files && <input ref={input} type="file" multiple hidden onChange={event => void upload(event.target.files)} />}
      {(text !== '' || kept.length > 0 || cancel || files) && (
        <div className="composer-actions">
          {files && <Button size="small" type="text" icon={<PaperClipOutlined aria-hidden />} loading={busy} onClick={() => input.current?.click()}>{t('stream.attach')}</Button>}
          {text !== '' && <span className="meta">{t('stream.keys')}</span>}
          {cancel && <Button size="small" onClick={cancel}>{t('action.cancel')}</Button>}
          {(!files || !nothing) && <Button size="small" type="primary" loading={busy} disabled={nothing} onClick={() => void send()}>{action}</Button>}
        </div>
      )}
    </div>
  )
}
