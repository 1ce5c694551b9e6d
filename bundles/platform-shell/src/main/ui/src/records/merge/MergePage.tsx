import { isProblem, useShell, type RecordType } from '@tenon/sdk'
import { Alert, App, Button, Checkbox, Radio } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { formatAgo } from '../../util/format'
import { useTitle } from '../../util/useTitle'
import { titleOf } from '../titleOf'
import { ChoiceRow } from './ChoiceRow'
import { choosable, chosenValues, differs, proposed, type Choices } from './choices'
import { useMergeActions, useMergePreview, type MergePreview } from './useMerge'
import { useUnmerge } from './useUnmerge'

const MOST = 5
const SECONDS = 10

/** Records side by side, to become one. */
export function MergePage({ type }: { type: RecordType }) {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const ids = useMemo(() => [...new Set((params.get('ids') ?? '').split(',').filter(Boolean))], [params])
  const fits = ids.length > 1 && ids.length <= MOST
  const { data, error, refetch } = useMergePreview(type, fits ? ids : [])
  const title = t('merge.title', { type: type.plural })
  useTitle(title)
  return (
    <div className="page merge-page">
      <nav aria-label={t('record.path')} className="crumb"><Link to={type.route}>{type.plural}</Link></nav>
      <h1>{title}</h1>
      {!fits && <Alert type="info" showIcon title={t('merge.few')} />}
      {error && !data && <Broken error={error} retry={() => void refetch()} />}
      {fits && !data && !error && <PageSkeleton />}
      {data && <MergeForm type={type} preview={data} again={() => refetch()} />}
    </div>
  )
}

interface FormProps { type: RecordType; preview: MergePreview; again: () => Promise<unknown> }

function MergeForm({ type, preview: { records, references, hidden }, again }: FormProps) {
  const { t } = useTranslation()
  const { language } = useShell()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { merge } = useMergeActions(type)
  const undo = useUnmerge(type)
  const oldest = [...records].sort((a, b) => String(a.createdAt).localeCompare(String(b.createdAt)))[0]!.id
  const [survivor, setSurvivor] = useState(oldest)
  const fields = useMemo(() => choosable(type, records), [type, records])
  const [choices, setChoices] = useState<Choices>(() => proposed(fields, records, oldest))
  const [equal, setEqual] = useState(false)
  const [busy, setBusy] = useState(false)
  const [stale, setStale] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  useEffect(() => setChoices(proposed(fields, records, survivor)), [fields, records, survivor])

  const others = records.filter(record => record.id !== survivor)
  const shown = fields.filter(field => equal || differs(field, records))
  const ofOthers = (counts: number[]) => counts.reduce((sum, count, index) => sum + (records[index]!.id === survivor ? 0 : count), 0)
  const moving = references.map(({ counts, ...reference }) => ({ ...reference, count: ofOthers(counts) })).filter(({ count }) => count > 0)
  const unseen = ofOthers(hidden)
  const run = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      const made = await merge(records.find(record => record.id === survivor)!, others, chosenValues(fields, records, survivor, choices))
      const key = `merge ${made.id}`
      message.success({
        key, duration: SECONDS,
        content: <>{t(made.state === 'moving' ? 'merge.running' : 'merge.done')} {made.state === 'done' && <Button type="link" size="small" onClick={() => { message.destroy(key); undo(made.id) }}>{t('merge.undo')}</Button>}</>,
      })
      void navigate(`${type.route}/${survivor}`)
    } catch (error) {
      if (isProblem(error, 412)) {
        setStale(true)
        await again()
      } else setRefusal(isProblem(error) ? error.errors[0]?.message ?? error.message : t('broken.other.title'))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={event => { event.preventDefault(); void run() }} style={{ '--sides': records.length } as React.CSSProperties}>
      <p className="muted">{t('merge.text')}</p>
      {stale && <Alert type="warning" showIcon role="alert" title={t('merge.stale')} description={t('merge.staleText')} />}
      {refusal && <Alert type="error" showIcon role="alert" title={refusal} />}
      <fieldset className="merge-row merge-heads">
        <legend>{t('merge.survivor')}</legend>
        {records.map(record => (
          <div className={record.id === survivor ? 'merge-cell chosen' : 'merge-cell'} key={record.id}>
            <Radio checked={record.id === survivor} name="survivor" onChange={() => setSurvivor(record.id)}><strong>{titleOf(record, type)}</strong></Radio>
            <span className="meta">{formatAgo(String(record.createdAt), language)}</span>
          </div>
        ))}
      </fieldset>
      {shown.map(field => (
        <ChoiceRow key={field.name} type={type} field={field} records={records} chosen={choices[field.name] ?? []} choose={chosen => setChoices({ ...choices, [field.name]: chosen })} />
      ))}
      <p><Checkbox checked={equal} onChange={event => setEqual(event.target.checked)}>{t('merge.equal')}</Checkbox></p>
      {(moving.length > 0 || unseen > 0) && (
        <section className="card" aria-label={t('merge.references')}>
          <h2 className="card-title">{t('merge.references')}</h2>
          <ul>
            {moving.map(({ type: of, field, label, count }) => <li key={`${of} ${field}`}>{t('merge.referenceCount', { type: label, count })}</li>)}
            {unseen > 0 && <li className="muted">{t('merge.unseenCount', { count: unseen })}</li>}
          </ul>
        </section>
      )}
      <div className="save-bar">
        <Button type="primary" htmlType="submit" loading={busy}>{t('merge.run', { count: records.length })}</Button>
        <Button onClick={() => void navigate(-1)}>{t('merge.cancel')}</Button>
      </div>
    </form>
  )
}
