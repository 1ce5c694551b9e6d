import { isProblem, useOptions } from '@tenon/sdk'
import { App, Button, Mentions } from 'antd'
import { useDeferredValue, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { toBody } from './mentionText'
import type { Mention } from './types'

/** Characters of an id; the list of choices adds something of its own to the keys it is given. */
const ID = 13

interface Props { initial?: string; mentions?: Mention[]; label: string; action: string; submit: (body: string) => Promise<unknown>; cancel?: () => void }

/** Writes a comment; Ctrl or ⌘ with Enter sends it, @ finds members. */
export function Composer({ initial = '', mentions = [], label, action, submit, cancel }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [text, setText] = useState(initial)
  const [asked, setAsked] = useState<string | null>(null)
  const [picked, setPicked] = useState<Mention[]>(mentions)
  const [busy, setBusy] = useState(false)
  const { data: found, isFetching } = useOptions('identity.member', useDeferredValue(asked ?? ''), asked !== null)

  const write = (next: string) => {
    setText(next)
    // An input method may write a name without a key being pressed, which is all that onSearch hears.
    const begun = /@([^\s@]{0,20})$/.exec(next)
    if (begun) setAsked(begun[1]!)
  }
  const send = async () => {
    if (text.trim() === '' || busy) return
    setBusy(true)
    try {
      await submit(toBody(text, picked))
      setText('')
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
  const options = (found ?? []).map(member => ({
    value: member.title, key: member.id, label: <span className="option">{member.title}{member.hint && <span className="meta">{member.hint}</span>}</span>,
  }))
  return (
    <div className="composer">
      <Mentions aria-label={label} placeholder={t('stream.placeholder')} value={text} onChange={write} autoSize={{ minRows: 1, maxRows: 8 }} maxLength={10_000}
        onSearch={setAsked} loading={isFetching} options={options} filterOption={false} onKeyDown={press} autoFocus={!!cancel}
        getPopupContainer={() => document.getElementById('main') ?? document.body}
        onSelect={option => setPicked(known => [...known.filter(one => one.name !== option.value), { id: String(option.key).slice(0, ID), name: option.value ?? '' }])} />
      {(text !== '' || cancel) && (
        <div className="composer-actions">
          <span className="meta">{t('stream.keys')}</span>
          {cancel && <Button size="small" onClick={cancel}>{t('action.cancel')}</Button>}
          <Button size="small" type="primary" loading={busy} disabled={text.trim() === ''} onClick={() => void send()}>{action}</Button>
        </div>
      )}
    </div>
  )
}
