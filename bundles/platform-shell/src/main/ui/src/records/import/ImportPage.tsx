import { api, isProblem, useShell, type RecordType } from '@tenon/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatCount } from '../../util/format'
import { useTitle } from '../../util/useTitle'
import { inUtf8 } from './encoding'
import { FileDrop } from './FileDrop'
import { ImportResult } from './ImportResult'
import type { Report } from './report'

interface Done { report: Report; dryRun: boolean }

/** A CSV file into records: checked first, then stored. */
export function ImportPage({ type }: { type: RecordType }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState<'check' | 'import' | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [encoding, setEncoding] = useState('UTF-8')
  const { language } = useShell()
  useTitle(t('import.title', { type: type.plural }))

  const send = async (chosen: File, dryRun: boolean) => {
    setBusy(dryRun ? 'check' : 'import')
    setError(null)
    const form = new FormData()
    try {
      const readable = await inUtf8(chosen, language)
      setEncoding(readable.encoding)
      form.append('file', readable.file, chosen.name)
      const report = await api.post<Report>(`${type.path}/import`, form, dryRun ? { dryRun: true } : {})
      setDone({ report, dryRun })
      if (!dryRun) void client.invalidateQueries({ queryKey: ['records'] })
    } catch (problem) {
      setError(isProblem(problem) ? problem.message : t('broken.other.title'))
    } finally {
      setBusy(null)
    }
  }
  const choose = (chosen: File) => {
    setFile(chosen)
    setDone(null)
    void send(chosen, true)
  }
  const usable = done?.dryRun ? done.report.rows - done.report.refused.length : 0

  return (
    <div className="page import-page">
      <nav aria-label={t('record.path')} className="crumb"><Link to={type.route}>{type.plural}</Link></nav>
      <h1>{t('import.title', { type: type.plural })}</h1>
      <p className="muted">{t('import.text')}</p>
      <FileDrop file={file} choose={choose} busy={busy !== null} />
      {encoding !== 'UTF-8' && <p className="muted">{t('import.converted', { encoding })}</p>}
      {error && <Alert type="error" showIcon title={t('import.unreadable')} description={error} role="alert" />}
      <p role="status" className="muted">{busy === 'check' ? t('import.checking') : busy === 'import' ? t('import.importing') : ''}</p>
      {done && <ImportResult report={done.report} dryRun={done.dryRun} fileName={file?.name ?? ''} />}
      {file && done?.dryRun && (
        <div className="save-bar">
          <Button type="primary" loading={busy === 'import'} disabled={usable === 0} onClick={() => void send(file, false)}>{t('import.start', { rows: formatCount(usable) })}</Button>
        </div>
      )}
      {done && !done.dryRun && <Link className="button-link" to={type.route}>{t('import.show', { type: type.plural })}</Link>}
    </div>
  )
}
