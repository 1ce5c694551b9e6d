import { Editor } from '@tiptap/core'
import { useEffect, useReducer, useRef, useState } from 'react'
import type { InputProps } from '../props'
import { pasted } from './pasted'
import { schema } from './schema'
import { Toolbar } from './Toolbar'

/** Formatted text while it is written. Tab leaves it, Ctrl-Enter is left to the form. */
export function RichTextEditor({ field, id, value, onChange, invalid, describedBy, ariaLabel, autoFocus }: InputProps<string | null>) {
  const frame = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0)
  const told = useRef(value)
  const change = useRef(onChange)
  useEffect(() => { change.current = onChange })
  const attributes = {
    id, class: 'rich-text rich-text-page', role: 'textbox', 'aria-multiline': 'true', ...(ariaLabel ? { 'aria-label': ariaLabel } : { 'aria-labelledby': `${id}-label` }),
    ...(describedBy && { 'aria-describedby': describedBy }), ...(invalid && { 'aria-invalid': 'true' }), ...(field.required && { 'aria-required': 'true' }),
  }
  const described = JSON.stringify(attributes)

  useEffect(() => {
    const made = new Editor({
      element: frame.current, extensions: schema(), content: value ?? '', injectCSS: false, autofocus: autoFocus ? 'end' : false,
      editorProps: {
        attributes, transformPastedHTML: pasted,
        handleDOMEvents: { keydown: (_, event) => event.key === 'Tab' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) },
      },
      onUpdate: () => {
        told.current = made.isEmpty ? null : made.getHTML()
        change.current(told.current)
      },
      onTransaction: redraw,
    })
    setEditor(made)
    return () => made.destroy()
  }, [])
  useEffect(() => {
    editor?.setOptions({ editorProps: { ...editor.options.editorProps, attributes } })
  }, [editor, described])
  useEffect(() => {
    if (editor && value !== told.current) {
      told.current = value
      editor.commands.setContent(value ?? '', { emitUpdate: false })
    }
  }, [editor, value])

  return (
    <div className={invalid ? 'rich-text-input invalid' : 'rich-text-input'}>
      {editor && <Toolbar editor={editor} controls={id} label={ariaLabel ?? field.label} />}
      <div ref={frame} />
    </div>
  )
}
