import { api, isProblem, type RecordType } from '@tenon/sdk'
import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { useTitle } from '../../util/useTitle'
import { FileDrop } from './FileDrop'
import { ImportSetup } from './ImportSetup'
import { ImportWork } from './ImportWork'
import { PastImports } from './PastImports'
import type { ImportFull } from './types'
import { useImport } from './useImport'

/** What the server takes, in bytes. */
const LARGEST = 100 * 1024 * 1024

/** A file into records: what it is, what its columns mean, a preview, the run, the way back. The address names the import, so it can be left and found again. */
export function ImportPage({ type }: { type: RecordType }) {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const id = params.get('id')
  const present = useImport(id)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  useTitle(t('import.title', { type: type.plural }))

  const choose = async (file: File) => {
    setError(null)
    if (file.size > LARGEST) { setError(t('import.large', { size: LARGEST / 1024 / 1024 })); return }
    setBusy(true)
    const form = new FormData()
    form.append('file', file, file.name)
    try {
      const made = await api.post<ImportFull>('/api/records/imports', form, { type: type.name })
      setParams({ id: made.id })
    } catch (problem) {
      setError(isProblem(problem) ? problem.status === 413 ? t('import.large', { size: LARGEST / 1024 / 1024 }) : problem.message : t('broken.other.title'))
    } finally {
      setBusy(false)
    }
  }

  const of = present.data
  const choosing = of && of.can.includes('change') && of.state !== 'checked'
  return (
    <div className="page import-page">
      <nav aria-label={t('record.path')} className="crumb">
        <Link to={type.route}>{type.plural}</Link>{id && <> / <Link to={`${type.route}/import`}>{t('import.open')}</Link></>}
      </nav>
      <h1>{t('import.title', { type: type.plural })}</h1>
      {!id && (
        <>
          <p className="muted">{t('import.text')}</p>
          <FileDrop choose={file => void choose(file)} busy={busy} />
          {error && <Alert type="error" showIcon title={t('import.unreadable')} description={error} role="alert" />}
          <PastImports type={type} />
        </>
      )}
      {id && !of && (present.error ? <Broken error={present.error} retry={present.retry} /> : <PageSkeleton />)}
      {of && !choosing && <ImportWork type={type} of={of} put={present.put} again={present.again} />}
      {of && choosing && <ImportSetup key={`${of.id} ${of.look.sheet} ${of.look.delimiter} ${of.look.encoding} ${of.look.headerRow}`} type={type} of={of} put={present.put} again={present.again} />}
    </div>
  )
}
