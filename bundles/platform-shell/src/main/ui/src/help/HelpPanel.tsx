import { useRecordTypes, useShell } from '@tenon/sdk'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { usePhone } from '../util/usePhone'
import { topicOf } from './topics'

const LINES = [1, 2, 3, 4]

/** What one can do on the page one is on. */
export function HelpPanel({ close, openMap }: { close: () => void; openMap: () => void }) {
  const { t, i18n } = useTranslation()
  const { language } = useShell()
  const phone = usePhone()
  const { pathname } = useLocation()
  const { data: types = [] } = useRecordTypes()
  const topic = topicOf(pathname, types.map(type => type.route))
  const lines = LINES.map(line => `help.${topic}.${line}`).filter(key => i18n.exists(key, { lng: language }))
  return (
    <Drawer open onClose={close} size={phone ? '100%' : 400} title={t(`help.${topic}.title`)} className="help-panel">
      <ul>{lines.map(key => <li key={key}>{t(key)}</li>)}</ul>
      {!phone && <button type="button" className="text-button" onClick={openMap}>{t('keyboard.title')}</button>}
    </Drawer>
  )
}
