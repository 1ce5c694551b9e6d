import { api, isProblem } from '@tenon/sdk'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../util/format'

interface Finding { name: string; rows: number; broken: number | null }

/** Checks that nobody changed a log behind its back, and says which row it was. */
export function AuditCheck() {
  const { t } = useTranslation()
  const { modal, message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const check = async () => {
    setBusy(true)
    try {
      const { logs } = await api.post<{ logs: Finding[] }>('/api/identity/audit/check')
      const broken = logs.some(log => log.broken !== null)
      const content = (
        <ul>{logs.map(log => (
          <li key={log.name}>{log.broken === null
            ? t('audit.whole', { log: t(`audit.log.${log.name}`, { defaultValue: log.name }), rows: formatCount(log.rows) })
            : t('audit.broken', { log: t(`audit.log.${log.name}`, { defaultValue: log.name }), row: formatCount(log.broken) })}</li>
        ))}</ul>
      )
      modal[broken ? 'error' : 'success']({ title: t(broken ? 'audit.tampered' : 'audit.untouched'), content, okText: t('action.close') })
    } catch (problem) {
      message.error(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
    setBusy(false)
  }
  return <Button loading={busy} onClick={() => void check()}>{t('audit.check')}</Button>
}
