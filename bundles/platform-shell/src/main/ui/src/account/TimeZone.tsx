import { isProblem } from '@tenon/sdk'
import { App, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../app/settings'
import { changePreferences } from '../session/session'
import { formatInstant } from '../util/format'

/** Where one's days begin: times are shown, and "today" is meant, in this zone. */
export function TimeZone() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { language, timeZone } = useSettings()
  const [open, setOpen] = useState(false)
  const options = useMemo(() => (open ? Intl.supportedValuesOf('timeZone') : timeZone ? [timeZone] : []).map(value => ({ value, label: nameOf(value, language) })),
    [open, timeZone, language])
  const change = async (zone: string | undefined) => {
    try {
      await changePreferences({ timeZone: zone }, true)
    } catch (error) {
      message.error(isProblem(error) ? error.message : t('broken.other.title'))
    }
  }
  return (
    <section className="card" aria-label={t('zone.title')}>
      <h2 className="card-title">{t('zone.title')}</h2>
      <p className="muted">{t('zone.text')}</p>
      <Select className="zone" aria-label={t('zone.title')} showSearch={{ optionFilterProp: 'label' }} allowClear placeholder={t('zone.browser')} value={timeZone}
        options={options} onOpenChange={setOpen} onChange={value => void change(value)} />
      <p className="meta">{t('zone.now', { time: formatInstant(new Date().toISOString(), language) })}</p>
    </section>
  )
}

/** What the zone is called in the language, and its own name: several zones share the first. */
function nameOf(zone: string, language: string): string {
  const name = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'long' }).formatToParts(0).find(part => part.type === 'timeZoneName')?.value
  return `${zone} · ${name ?? ''}`
}
