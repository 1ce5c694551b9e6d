import { api, isProblem } from '@tenon/sdk'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface Rules { type: string; label: string; version: number; fields: { name: string; label: string; rule: string; choices: string[] }[] }

/** The rules of one record type, saved together. */
export function TypeRules({ rules, saved }: { rules: Rules; saved: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [changed, setChanged] = useState<Record<string, string>>({})
  const rule = (field: Rules['fields'][number]) => changed[field.name] ?? field.rule
  const dirty = rules.fields.some(field => rule(field) !== field.rule)
  const save = async () => {
    setBusy(true)
    try {
      await api.put(`/api/records/duplicate-rules/${rules.type}`, { version: rules.version, rules: Object.fromEntries(rules.fields.map(field => [field.name, rule(field)])) })
      message.success(t('duplicates.rulesSaved'))
      saved()
    } catch (problem) {
      message.error(isProblem(problem, 412) ? t('duplicates.rulesStale') : isProblem(problem) ? problem.message : t('broken.other.title'))
      if (isProblem(problem, 412)) saved()
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="card" aria-label={rules.label} onSubmit={event => { event.preventDefault(); void save() }}>
      <h2 className="card-title">{rules.label}</h2>
      <ul className="match-rules">
        {rules.fields.map(field => (
          <li key={field.name}>
            <label htmlFor={`rule-${rules.type}-${field.name}`}>{field.label}</label>
            <Select id={`rule-${rules.type}-${field.name}`} value={rule(field)} onChange={next => setChanged({ ...changed, [field.name]: next })}
              options={field.choices.map(value => ({ value, label: t(`duplicates.rule.${value}`) }))} />
          </li>
        ))}
      </ul>
      <Button type="primary" htmlType="submit" disabled={!dirty} loading={busy}>{t('action.save')}</Button>
    </form>
  )
}
