import { useState, type KeyboardEvent } from 'react'
import { Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { PaletteOption } from './PaletteOption'
import { usePaletteEntries, type PaletteEntry } from './usePaletteEntries'

/** Ctrl/Cmd-K: records, pages, things to create, by keyboard alone. */
export function Palette({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { groups, searching, index } = usePaletteEntries(text)
  const entries = groups.flatMap(group => group.entries)
  const chosen = Math.min(at, entries.length - 1)

  const open = ({ path, run }: PaletteEntry) => {
    close()
    run?.()
    if (path) void navigate(path)
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
      open(entries[chosen])
    }
  }
  const status = index && !index.ready ? t('search.building', { percent: index.percent })
    : entries.length === 0 && !searching ? t('palette.nothing')
    : text.trim() !== '' && index ? t(index.pending > 0 ? 'search.pending' : 'search.lag', { count: index.pending, seconds: index.lagSeconds }) : ''

  return (
    <Modal open onCancel={close} footer={null} closable={false} width={640} className="palette" title={<span className="hidden">{t('palette.title')}</span>}>
      <Input size="large" autoFocus value={text} placeholder={t('palette.placeholder')} aria-label={t('palette.title')}
        role="combobox" aria-expanded aria-controls="palette-list" aria-autocomplete="list"
        aria-activedescendant={entries.length > 0 ? `palette-${chosen}` : undefined}
        onChange={event => { setText(event.target.value); setAt(0) }} onKeyDown={press} />
      <div id="palette-list" role="listbox" aria-label={t('palette.results')} aria-busy={searching} className="palette-list">
        {groups.map(group => (
          <ul key={group.key} role="group" aria-label={group.label}>
            <li role="presentation" className="palette-group meta">{group.label}</li>
            {group.entries.map(entry => {
              const place = entries.indexOf(entry)
              return <PaletteOption key={entry.key} id={`palette-${place}`} entry={entry} chosen={place === chosen} open={() => open(entry)} point={() => setAt(place)} />
            })}
          </ul>
        ))}
      </div>
      <p className="meta" role="status">{status}</p>
    </Modal>
  )
}
