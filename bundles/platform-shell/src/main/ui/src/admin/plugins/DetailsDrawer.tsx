import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { BringsList } from './BringsList'
import { SignatureLine } from './SignatureLine'
import type { Plugin } from './types'

/** All that is known of an installed plugin. */
export function DetailsDrawer({ plugin, close }: { plugin: Plugin; close: () => void }) {
  const { t } = useTranslation()
  const { label, name, version, versions, brings, requires, requiredBy } = plugin
  const lists = [['versions', versions], ['requires', requires], ['requiredBy', requiredBy]] as const
  return (
    <Drawer open title={label} onClose={close} size={480}>
      <p className="meta">{name} · {version}</p>
      <SignatureLine signature={plugin.signature} />
      <BringsList brings={brings} />
      <dl className="plugin-facts">
        {lists.filter(([, entries]) => entries.length > 0).map(([key, entries]) => (
          <div key={key}>
            <dt>{t(`plugins.${key}`)}</dt>
            {entries.map(entry => <dd key={entry}>{entry}</dd>)}
          </div>
        ))}
      </dl>
    </Drawer>
  )
}
