import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { isProblem, useUnsaved, type Field, type FieldValue, type RecordData, type RecordType, type Values } from '@tenon/sdk'
import { Button } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldInput } from '../fields/FieldInput'
import { isEmpty, mergePatch } from '../form/diff'
import { ConflictDialog } from '../record/ConflictDialog'
import { useSave } from '../record/useSave'
import type { Leave } from './inline'
import { useUndo } from './useUndo'

interface Props {
  type: RecordType
  record: RecordData
  field: Field
  /** Where there is room: buttons beside the input. */
  buttons?: boolean
  leave: (how: Leave) => void
}

const MANY_LINES = new Set<Field['type']>(['longText', 'richText'])
const POPUPS = '.ant-select-dropdown, .ant-picker-dropdown, .ant-cascader-dropdown, .ant-modal-root, #popups'

/** One value edited where it stands: Enter saves, Esc leaves it, Tab saves and moves on. Errors stand below the input. */
export function InlineEditor({ type, record, field, buttons = false, leave }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [base] = useState(record)
  const [value, setValue] = useState<FieldValue>(base[field.name] as FieldValue)
  const [error, setError] = useState<string | null>(null)
  const how = useRef<Leave>('stay')
  const undo = useUndo(type)
  const { busy, conflict, save, settle } = useSave(type, record.id, refusal => setError(words(refusal) ?? t('broken.other.title')))
  const patch = mergePatch(base as Values, { [field.name]: value })
  const dirty = Object.keys(patch).length > 0
  useUnsaved(`inline ${record.id} ${field.name}`, dirty)

  const store = async (changes: Values, version: number) => {
    if (await save(changes, version)) {
      undo(record.id, { [field.name]: (conflict?.fields.find(known => known.field === field.name)?.theirs ?? base[field.name] ?? null) as FieldValue })
      leave(how.current)
    }
  }
  const finish = (next: Leave) => {
    how.current = next
    if (busy) return
    if (!dirty) return leave(next)
    if (field.required && isEmpty(value)) return setError(t('form.required', { field: field.label }))
    void store(patch, base.version)
  }
  const done = useRef(finish)
  useEffect(() => { done.current = finish })
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
    const outside = (event: PointerEvent) => {
      const on = event.target as Element
      if (!frame.current?.contains(on) && !on.closest(POPUPS)) done.current('stay')
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [])

  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    const open = (event.target as Element).getAttribute('aria-expanded') === 'true'
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && !open) {
      event.preventDefault()
      leave('stay')
    } else if (event.key === 'Enter' && !open && !(event.target as Element).closest('button') && (!MANY_LINES.has(field.type) || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      finish('stay')
    } else if (event.key === 'Tab' && !buttons && edge(frame.current, event)) {
      event.preventDefault()
      finish(event.shiftKey ? 'previous' : 'next')
    }
  }

  // A closed picker would open again; what was chosen in it is there to be stored.
  const pressFirst = (event: KeyboardEvent) => {
    const on = event.target as Element
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !dirty || on.getAttribute('role') !== 'combobox' || on.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    event.stopPropagation()
    finish('stay')
  }

  return (
    <div ref={frame} className={buttons ? 'inline-editor roomy' : 'inline-editor'} onKeyDownCapture={pressFirst} onKeyDown={press} onDoubleClick={event => event.stopPropagation()} onClick={event => event.stopPropagation()}>
      <span id={`${id}-label`} className="hidden">{field.label}</span>
      <FieldInput id={id} field={field} value={value} label={value === base[field.name] ? record._labels?.[field.name] : undefined} ariaLabel={field.label}
        invalid={error !== null} autoFocus={field.type === 'richText'} describedBy={error ? `${id}-error` : undefined} onChange={next => { setValue(next); setError(null) }} />
      {buttons && (
        <div className="inline-buttons">
          <Button type="primary" size="small" loading={busy} icon={<CheckOutlined aria-hidden />} onClick={() => finish('stay')}>{t('action.save')}</Button>
          <Button size="small" icon={<CloseOutlined aria-hidden />} onClick={() => leave('stay')}>{t('action.cancel')}</Button>
        </div>
      )}
      {error && <p className="field-error inline-error" role="alert" id={`${id}-error`}>{error}</p>}
      {conflict && (
        <ConflictDialog conflict={conflict} type={type} patch={patch} busy={busy} close={settle}
          keep={chosen => (Object.keys(chosen).length > 0 ? void store(chosen, conflict.version) : (settle(), leave('stay')))} />
      )}
    </div>
  )
}

/** Whether Tab would lead out of the editor. */
function edge(frame: HTMLElement | null, event: KeyboardEvent): boolean {
  const stops = [...(frame?.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea, button') ?? [])]
  return stops.length < 2 || event.target === (event.shiftKey ? stops[0] : stops[stops.length - 1])
}

const words = (error: unknown) => (isProblem(error) ? error.errors.map(({ message }) => message).join(' ') || error.message : null)
