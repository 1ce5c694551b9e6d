import { useQueryClient } from '@tanstack/react-query'
import { api, isProblem, useRecordType, type TypeSummary } from '@tenon/sdk'
import { Alert, App, Button, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { TemplatePreview } from './TemplatePreview'
import { SORTS, wishOf, type Template } from './templates'

/** Writes a template, with the fields it can name at hand, and shows what comes out for a record. */
export function TemplateEditor({ template, types }: { template: Template; types: TypeSummary[] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [draft, setDraft] = useState(template)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data: type } = useRecordType(draft.type || undefined)
  const put = (part: Partial<Template>) => setDraft(known => ({ ...known, ...part }))
  const insert = (name: string) => put({ body: `${draft.body}{{${name}}}` })
  const save = async () => {
    setRefusal(null)
    try {
      const stored = draft.id === '' ? await api.post<Template>('/api/records/templates', wishOf(draft)) : await api.put<Template>(`/api/records/templates/${draft.id}`, wishOf(draft))
      message.success(t('settings.saved'))
      await client.invalidateQueries({ queryKey: ['settings', 'templates'] })
      void navigate(`/settings/templates/${stored.id}`, { replace: true })
    } catch (problem) {
      setRefusal(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
  }
  const field = (id: string, label: string, input: React.ReactNode) => <div className="field"><label htmlFor={id}>{label}</label>{input}</div>

  return (
    <div className="template-columns">
      <form className="card" onSubmit={event => { event.preventDefault(); void save() }}>
        {refusal && <Alert type="error" showIcon title={refusal} role="alert" />}
        <div className="fields">
          {field('template-name', t('settings.name'), <Input id="template-name" value={draft.name} maxLength={120} onChange={event => put({ name: event.target.value })} />)}
          {field('template-type', t('settings.recordType'), <Select id="template-type" className="full" value={draft.type} options={types.map(one => ({ value: one.name, label: one.label }))} onChange={next => put({ type: next })} />)}
          {field('template-sort', t('settings.sort'), <Select id="template-sort" className="full" value={draft.sort} options={SORTS.map(sort => ({ value: sort, label: t(`settings.sort.${sort}`) }))} onChange={sort => put({ sort })} />)}
          {draft.sort === 'mail' && field('template-subject', t('settings.subject'), <Input id="template-subject" value={draft.subject ?? ''} maxLength={200} onChange={event => put({ subject: event.target.value })} />)}
        </div>
        {field('template-body', t('settings.body'), <Input.TextArea id="template-body" className="template-body" rows={14} value={draft.body} maxLength={20_000} spellCheck={false} onChange={event => put({ body: event.target.value })} />)}
        <p className="meta">{t('settings.bodyHelp')}</p>
        <Select className="full" value={null} placeholder={t('settings.insert')} aria-label={t('settings.insert')} showSearch={{ optionFilterProp: 'label' }} onChange={(name: string | null) => { if (name) insert(name) }}
          options={[...(type?.fields ?? []).map(one => ({ value: one.name, label: `${one.label} · ${one.name}` })),
            ...['title', 'companyName', 'printFooter', 'today', 'me'].map(name => ({ value: name, label: `${t(`settings.placeholder.${name}`)} · ${name}` }))]} />
        <div className="save-bar">
          <Button type="primary" htmlType="submit">{t('action.save')}</Button>
          {draft.id !== '' && <Switch checked={!draft.retired} checkedChildren={t('settings.offered')} unCheckedChildren={t('settings.retired')} aria-label={t('settings.offered')} onChange={on => put({ retired: !on })} />}
        </div>
      </form>
      <TemplatePreview draft={draft} />
    </div>
  )
}
