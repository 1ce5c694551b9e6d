import { api, isProblem, type RecordType } from '@tenon/sdk'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../util/format'
import { missing } from './columns'
import { ColumnsCard } from './ColumnsCard'
import { DefaultsCard } from './DefaultsCard'
import { FileCard } from './FileCard'
import { ModeCard } from './ModeCard'
import type { ImportFull, Options } from './types'
import { importPath } from './useImport'

interface Props { type: RecordType; of: ImportFull; put: (next: ImportFull) => void; again: () => Promise<void> }

/** Everything that is chosen before the rows are looked at. */
export function ImportSetup({ type, of, put, again }: Props) {
  const { t } = useTranslation()
  const [options, setOptions] = useState<Options>(of.options)
  const [busy, setBusy] = useState<'read' | 'check' | 'run' | null>(null)
  const [error, setError] = useState<string | null>(null)
  const change = (some: Partial<Options>) => setOptions(before => ({ ...before, ...some }))
  const guarded = async (what: 'read' | 'check' | 'run', work: () => Promise<void>) => {
    setBusy(what)
    setError(null)
    try {
      await work()
    } catch (problem) {
      setError(isProblem(problem) ? problem.message : t('broken.other.title'))
    } finally {
      setBusy(null)
    }
  }
  const reread = (how: Partial<Options>) => void guarded('read', async () => put(await api.patch<ImportFull>(importPath(of.id), how, 0)))
  const start = (what: 'check' | 'run') => void guarded(what, async () => {
    const { columns, defaults, mode, match, duplicates, blanks, lists } = options
    await api.patch(importPath(of.id), { columns, defaults, mode, match, duplicates, blanks, lists }, 0)
    await api.post(importPath(of.id, `/${what}`))
    await again()
  })
  const lacking = options.mode === 'update' ? [] : missing(of.targets, options.columns, options.defaults)
  const unmatched = options.mode !== 'create' && options.match.length === 0
  const impossible = options.columns.length === 0 || unmatched || busy !== null
  return (
    <>
      {of.phase === 'check' && (of.state === 'failed' || of.state === 'cancelled') && <Alert type="warning" showIcon title={t(`import.state.${of.state}`)} description={of.problem ?? undefined} />}
      <FileCard of={of} reread={reread} busy={busy === 'read'} />
      <ColumnsCard of={of} columns={options.columns} change={columns => change({ columns })} />
      <ModeCard of={of} type={type} options={options} change={change} />
      <DefaultsCard of={of} type={type} options={options} change={defaults => change({ defaults })} />
      {lacking.length > 0 && <Alert type="warning" showIcon title={t('import.lacking', { fields: lacking.map(target => target.label).join('、') })} />}
      {error && <Alert type="error" showIcon title={error} role="alert" />}
      <div className="save-bar">
        <Button type="primary" loading={busy === 'check'} disabled={impossible} onClick={() => start('check')}>{t('import.check')}</Button>
        <Button loading={busy === 'run'} disabled={impossible} onClick={() => start('run')}>{t('import.start', { count: of.look.rows, rows: formatCount(of.look.rows) })}</Button>
      </div>
    </>
  )
}
