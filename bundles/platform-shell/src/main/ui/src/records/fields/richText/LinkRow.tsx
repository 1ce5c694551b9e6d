import type { Editor } from '@tiptap/core'
import { Button, Input } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTarget } from './link'

/** The target of the link at the cursor, or of the chosen text; without any the address itself is written. */
export function LinkRow({ editor, close }: { editor: Editor; close: () => void }) {
  const { t } = useTranslation()
  const known = String(editor.getAttributes('link').href ?? '')
  const [typed, setTyped] = useState(known)
  const [wrong, setWrong] = useState(false)
  const apply = () => {
    const href = linkTarget(typed)
    if (href === null) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !known) chain.insertContent([{ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }, { type: 'text', text: ' ' }]).run()
    else chain.setLink({ href }).run()
    close()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    close()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') return apply()
    close()
    editor.commands.focus()
  }
  return (
    <div className="rich-text-link" onKeyDown={press}>
      <Input size="small" autoFocus value={typed} placeholder="https://" aria-label={t('richText.address')} status={wrong ? 'error' : undefined} aria-invalid={wrong || undefined}
        onChange={event => { setTyped(event.target.value); setWrong(false) }} />
      <Button size="small" onClick={apply}>{t('richText.apply')}</Button>
      {known && <Button size="small" onClick={remove}>{t('richText.unlink')}</Button>}
      {wrong && <p className="field-error" role="alert">{t('richText.wrongAddress')}</p>}
    </div>
  )
}
