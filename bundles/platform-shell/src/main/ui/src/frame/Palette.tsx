import { useState, type KeyboardEvent } from 'react'
import { Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { usePaletteEntries } from './usePaletteEntries'

/** Ctrl/Cmd-K: pages, things to create, and records, by keyboard alone. */
export function Palette({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { entries, searching } = usePaletteEntries(text)
  const chosen = Math.min(at, entries.length - 1)

  const open = (path: string) => {
    close()
    void navigate(path)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const next = (chosen + step + entries.length) % Math.max(1, entries.length)
      setAt(next)
      document.getElementById(`palette-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && entries[chosen]) {
      event.preventDefault()
      open(entries[chosen].path)
    }
  }

  return (
    <Modal open onCancel={close} footer={null} closable={false} width={600} className="palette" title={<span className="hidden">{t('palette.title')}</span>}>
      <Input size="large" autoFocus value={text} placeholder={t('palette.placeholder')} aria-label={t('palette.title')}
        role="combobox" aria-expanded aria-controls="palette-list" aria-autocomplete="list"
        aria-activedescendant={entries.length > 0 ? `palette-${chosen}` : undefined}
        onChange={event => { setText(event.target.value); setAt(0) }} onKeyDown={press} />
      <ul id="palette-list" role="listbox" aria-label={t('palette.results')} className="palette-list">
        {entries.map((entry, index) => (
          <li key={entry.key} id={`palette-${index}`} role="option" aria-selected={index === chosen}
            onClick={() => open(entry.path)} onMouseMove={() => setAt(index)}>
            <span className="palette-label">{entry.label}</span>
            <span className="meta">{entry.hint}</span>
          </li>
        ))}
      </ul>
      <p className="meta" role="status">{entries.length === 0 && !searching ? t('palette.nothing') : ''}</p>
    </Modal>
  )
}
