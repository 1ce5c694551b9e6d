import { BoldOutlined, ItalicOutlined, LinkOutlined, OrderedListOutlined, RedoOutlined, UndoOutlined, UnorderedListOutlined } from '@ant-design/icons'
import type { Editor } from '@tiptap/core'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkRow } from './LinkRow'

interface Tool { name: string; face: ReactNode; pressed?: boolean; disabled?: boolean; run: () => void }

/** What can be done with the text. One stop for Tab; arrows walk from button to button. */
export function Toolbar({ editor, controls, label }: { editor: Editor; controls: string; label: string }) {
  const { t } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const [linking, setLinking] = useState(false)
  const chain = () => editor.chain().focus()
  const tools: Tool[] = [
    { name: 'bold', face: <BoldOutlined aria-hidden />, pressed: editor.isActive('bold'), run: () => chain().toggleBold().run() },
    { name: 'italic', face: <ItalicOutlined aria-hidden />, pressed: editor.isActive('italic'), run: () => chain().toggleItalic().run() },
    { name: 'heading', face: 'H1', pressed: editor.isActive('heading', { level: 3 }), run: () => chain().toggleHeading({ level: 3 }).run() },
    { name: 'subheading', face: 'H2', pressed: editor.isActive('heading', { level: 4 }), run: () => chain().toggleHeading({ level: 4 }).run() },
    { name: 'bullets', face: <UnorderedListOutlined aria-hidden />, pressed: editor.isActive('bulletList'), run: () => chain().toggleBulletList().run() },
    { name: 'numbers', face: <OrderedListOutlined aria-hidden />, pressed: editor.isActive('orderedList'), run: () => chain().toggleOrderedList().run() },
    { name: 'quote', face: '“”', pressed: editor.isActive('blockquote'), run: () => chain().toggleBlockquote().run() },
    { name: 'link', face: <LinkOutlined aria-hidden />, pressed: editor.isActive('link'), run: () => setLinking(true) },
    { name: 'undo', face: <UndoOutlined aria-hidden />, disabled: !editor.can().undo(), run: () => chain().undo().run() },
    { name: 'redo', face: <RedoOutlined aria-hidden />, disabled: !editor.can().redo(), run: () => chain().redo().run() },
  ]
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -stop, End: tools.length - 1 - stop }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (stop + step + tools.length) % tools.length
    setStop(next)
    bar.current?.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }
  return (
    <>
      <div ref={bar} className="rich-text-tools" role="toolbar" aria-label={t('richText.tools', { field: label })} aria-controls={controls} onKeyDown={walk}>
        {tools.map(({ name, face, pressed, disabled, run }, index) => (
          <button key={name} type="button" tabIndex={index === stop ? 0 : -1} aria-pressed={pressed} aria-disabled={disabled || undefined} aria-label={t(`richText.${name}`)}
            title={t(`richText.${name}`)} onFocus={() => setStop(index)} onMouseDown={event => event.preventDefault()} onClick={() => { if (!disabled) run() }}>{face}</button>
        ))}
      </div>
      {linking && <LinkRow editor={editor} close={() => setLinking(false)} />}
    </>
  )
}
