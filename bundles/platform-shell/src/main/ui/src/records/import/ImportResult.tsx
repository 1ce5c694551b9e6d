import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../util/format'
import { refusedCsv, type Report } from './report'

const SHOWN = 200

/** Counts, and every refused row with its reason. */
export function ImportResult({ report, dryRun, fileName }: { report: Report; dryRun: boolean; fileName: string }) {
  const { t } = useTranslation()
  const { rows, refused, unmatched, linked } = report
  const good = dryRun ? rows - refused.length : report.imported
  const header = [t('import.line'), t('import.field'), t('import.value'), t('import.reason')]
  const download = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([refusedCsv(refused, header)], { type: 'text/csv;charset=utf-8' }))
    link.download = fileName.replace(/\.csv$/i, '') + '-refused.csv'
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }
  return (
    <section aria-label={t('import.result')} className="import-result">
      <Alert type={refused.length > 0 ? 'warning' : 'success'} showIcon
        title={t(dryRun ? 'import.checked' : 'import.done', { rows: formatCount(rows), good: formatCount(good), refused: formatCount(refused.length) })}
        description={[
          linked > 0 && t('import.linked', { rows: formatCount(linked) }),
          unmatched.length > 0 && t('import.unmatched', { columns: unmatched.join('、') }),
        ].filter(Boolean).join(' ') || undefined} />
      {refused.length > 0 && (
        <>
          <div className="card-header">
            <h2 className="card-title">{t('import.refused', { rows: formatCount(refused.length) })}</h2>
            <Button icon={<DownloadOutlined aria-hidden />} onClick={download}>{t('import.download')}</Button>
          </div>
          <div className="related-frame" tabIndex={0} role="region" aria-label={t('import.refused', { rows: formatCount(refused.length) })}>
            <table className="plain">
              <thead><tr>{header.map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
              <tbody>
                {refused.slice(0, SHOWN).map((row, index) => (
                  <tr key={index}><td className="number">{row.line}</td><td>{row.field}</td><td>{row.value}</td><td>{row.reason}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
          {refused.length > SHOWN && <p className="meta">{t('import.moreRefused', { rows: formatCount(refused.length - SHOWN) })}</p>}
        </>
      )}
    </section>
  )
}
