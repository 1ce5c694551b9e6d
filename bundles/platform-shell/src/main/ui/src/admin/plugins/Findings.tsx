import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Finding } from './types'

/** What speaks against an archive: what refuses it, then what one should know. */
export function Findings({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation()
  return (['refuse', 'warn'] as const).map(severity => {
    const found = findings.filter(finding => finding.severity === severity)
    if (found.length === 0) return null
    return (
      <Alert key={severity} type={severity === 'refuse' ? 'error' : 'warning'} showIcon title={t(`plugins.findings.${severity}`, { count: found.length })}
        description={<ul className="plugin-findings">{found.map(finding => <li key={finding.rule + finding.text}><strong>{t(`plugins.rule.${finding.rule}`, { defaultValue: finding.rule })}</strong> {finding.text}</li>)}</ul>} />
    )
  })
}
