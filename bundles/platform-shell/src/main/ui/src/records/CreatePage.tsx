import { api, keys, useUnsaved, type RecordData, type RecordType } from '@tenon/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { forgetUnsaved } from '../app/unsaved'
import { useTitle } from '../util/useTitle'
import { DuplicateHint } from './duplicates/DuplicateHint'
import { useOverride } from './duplicates/useOverride'
import { DraftNotice } from './form/DraftNotice'
import { dropDraft } from './form/drafts'
import { ErrorSummary } from './form/ErrorSummary'
import { FormFields } from './form/FormFields'
import { mergePatch } from './form/diff'
import { initialValues } from './form/initial'
import { backPath, prefilled } from './form/prefill'
import { SaveBar } from './form/SaveBar'
import { useDraft } from './form/useDraft'
import { useForm } from './form/useForm'
import { isWritable, sectionsOf } from './layout'

/** A new record, from the type's metadata alone. */
export function CreatePage({ type }: { type: RecordType }) {
  const [round, setRound] = useState(0)
  return <CreateForm key={round} type={type} again={() => setRound(round + 1)} />
}

function CreateForm({ type, again }: { type: RecordType; again: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [params] = useSearchParams()
  const [given] = useState(() => ({ ...initialValues(type), ...prefilled(params, type) }))
  const [busy, setBusy] = useState(false)
  const sections = useMemo(() => sectionsOf(type).map(section => ({ ...section, fields: section.fields.filter(isWritable) })).filter(section => section.fields.length > 0), [type])
  const fields = useMemo(() => sections.flatMap(section => section.fields), [sections])
  const owner = `new ${type.name}`
  const form = useForm(given, fields, type.fields, useDraft(owner, null))
  const title = t('list.create', { type: type.label })
  useTitle(title)
  useUnsaved(owner, form.dirty)

  const back = backPath(params)
  const leave = (path: string) => void navigate(path)
  const overrides = useOverride()
  const save = async (andAgain: boolean, duplicates?: 'override') => {
    if (!form.complete()) return
    setBusy(true)
    try {
      const made = await api.post<RecordData>(type.path, { ...mergePatch({}, given), ...form.patch }, { duplicates })
      forgetUnsaved()
      dropDraft(owner)
      void client.invalidateQueries({ queryKey: keys.all(type.name) })
      message.success(t('record.made', { type: type.label }))
      if (andAgain) again()
      else leave(back ?? `${type.route}/${made.id}`)
    } catch (error) {
      form.refuse(error)
      if (await overrides(error)) await save(andAgain, 'override')
    } finally {
      setBusy(false)
    }
  }

  const submit = (andAgain: boolean) => (busy ? undefined : save(andAgain))

  return (
    <div className="page form-page">
      <nav aria-label={t('record.path')} className="crumb"><Link to={type.route}>{type.plural}</Link></nav>
      <h1>{title}</h1>
      <DraftNotice form={form} />
      <ErrorSummary form={form} fields={fields} />
      <form onSubmit={event => { event.preventDefault(); void submit(false) }} noValidate>
        {sections.map((section, index) => (
          <section key={section.name} className="card" aria-label={section.label ?? t('record.more')}>
            <h2 className="card-title">{section.label ?? t('record.more')}</h2>
            <FormFields fields={section.fields} all={type.fields} columns={section.columns} form={form} focusFirst={index === 0} />
            {index === 0 && <DuplicateHint type={type} form={form} />}
          </section>
        ))}
        <SaveBar busy={busy} save={() => void submit(false)} cancel={() => leave(back ?? type.route)}
          also={{ label: t('form.saveAndNew'), run: () => void submit(true) }} />
      </form>
    </div>
  )
}
