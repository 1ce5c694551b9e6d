import { useShell } from '@tenon/sdk'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { goals } from './goTo'

const KEYS: [string, string][] = [
  ['Ctrl/⌘ K', 'palette'], ['?', 'map'], ['/', 'search'], ['C', 'create'], ['J / K', 'row'], ['Space', 'peek'], ['Enter', 'open'],
  ['E', 'edit'], ['F2', 'cell'], ['Tab', 'nextCell'], ['Ctrl/⌘ Enter', 'save'], ['Esc', 'close'],
]

export function KeyboardMap({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { contributions } = useShell()
  return (
    <Modal open title={t('keyboard.title')} onCancel={close} footer={null} width={440}>
      <dl className="keys">
        {KEYS.map(([key, name]) => (
          <div key={name}><dt><kbd>{key}</kbd></dt><dd>{t(`keyboard.${name}`)}</dd></div>
        ))}
      </dl>
      <h3 className="keys-title">{t('keyboard.goTo')}</h3>
      <dl className="keys">
        {goals(contributions.menu, t('home.title')).map(({ letter, label, path }) => (
          <div key={path}><dt><kbd>G</kbd> <kbd>{letter.toUpperCase()}</kbd></dt><dd>{label}</dd></div>
        ))}
      </dl>
    </Modal>
  )
}
