import { api, isProblem, useShell, type RecordType } from '@tenon/sdk'
import { DownloadOutlined } from '@ant-design/icons'
import { Alert, App, Button, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatCount, formatDate } from '../../util/format'
import { ImportCounts } from './ImportCounts'
import { ImportRows } from './ImportRows'
import { ImportState } from './ImportState'
import { isActive, type ImportFull, type Outcome } from './types'
import { importPath } from './useImport'

interface Props { type: RecordType; of: ImportFull; put: (next: ImportFull) => void; again: () => Promise<void> }

/** An import at work, or what came of it. */
export function ImportWork({ type, of, put, again }: Props) {
  const { t } = useTranslation()
  const { language } = useShell()
  const { modal, message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState<Outcome | 'kept' | null>(null)
  const active = isActive(of)
  const dry = of.phase === 'check' || of.phase === 'checked'
  const undo = of.phase === 'undo' || of.phase === 'undone'
  const { counts } = of
  const good = counts.created + counts.updated
  const act = async (what: 'run' | 'cancel' | 'undo') => {
    setBusy(true)
    try {
      await api.post(importPath(of.id, `/${what}`))
      await again()
    } catch (problem) {
      message.error(isProblem(problem) ? problem.message : t('broken.other.title'))
    } finally {
      setBusy(false)
    }
  }
  const back = async () => put(await api.patch<ImportFull>(importPath(of.id), {}, 0))
  const takeBack = () => void modal.confirm({
    title: t('import.undoAsk', { file: of.fileName }), content: t('import.undoText'), okText: t('import.undo'), cancelText: t('action.cancel'), onOk: () => act('undo'),
  })
  const done = undo ? counts.undone + counts.kept : counts.read
  const all = undo ? good + counts.linked : of.rows
  const outcome = shown ?? (undo ? 'kept' : counts.refused > 0 ? 'refused' : counts.updated > 0 ? 'updated' : 'created')
  return (
    <>
      <section className="card" aria-label={t('import.result')}>
        <div className="card-header"><h2 className="card-title">{of.fileName}</h2><ImportState of={of} /></div>
        {active && <Progress percent={all === 0 ? 0 : Math.min(100, Math.floor((100 * done) / all))} aria-label={t(`import.state.${of.state}`)} />}
        <p role="status">{undo ? t('import.undoCounts', { count: counts.undone, undone: formatCount(counts.undone), kept: formatCount(counts.kept) })
          : t(dry ? 'import.checkedRows' : 'import.doneRows', { count: of.rows, read: formatCount(counts.read), rows: formatCount(of.rows), good: formatCount(good), skipped: formatCount(counts.skipped + counts.unchanged), refused: formatCount(counts.refused) })}</p>
        {!of.own && <p className="meta">{t('import.by.member', { member: of.member.title })}</p>}
        {of.phase === 'done' && <p className="meta">{t(of.kept ? 'import.keptUntil' : 'import.tooOld', { date: formatDate(of.keptUntil.slice(0, 10), language) })}</p>}
        {of.problem && <Alert type="error" showIcon title={of.problem} role="alert" />}
        {!undo && counts.linked > 0 && <p className="meta">{t('import.linked', { count: counts.linked, rows: formatCount(counts.linked) })}</p>}
        <ImportCounts counts={counts} undo={undo} shown={outcome} show={setShown} />
      </section>
      <ImportRows key={`${of.id} ${outcome} ${of.phase}`} of={of} type={type} outcome={outcome} live={active} total={outcome === 'kept' ? counts.kept : counts[outcome]} />
      <div className="save-bar">
        {of.state === 'checked' && <Button type="primary" loading={busy} disabled={good === 0} onClick={() => void act('run')}>{t('import.start', { count: good, rows: formatCount(good) })}</Button>}
        {of.state === 'checked' && <Button disabled={busy} onClick={() => void back()}>{t('import.change')}</Button>}
        {of.phase === 'run' && of.can.includes('run') && <Button type="primary" loading={busy} onClick={() => void act('run')}>{t('import.goOn')}</Button>}
        {of.can.includes('cancel') && <Button loading={busy} onClick={() => void act('cancel')}>{t('import.cancel')}</Button>}
        {!active && !dry && <Link className="button-link" to={type.route}>{t('import.show', { type: type.plural })}</Link>}
        {of.own && of.kept && counts.refused > 0 && !active && <a className="button-link" href={importPath(of.id, '/refused')} download><DownloadOutlined aria-hidden /> {t('import.download')}</a>}
        {of.can.includes('undo') && <Button danger loading={busy} onClick={takeBack}>{t('import.undo')}</Button>}
      </div>
    </>
  )
}
