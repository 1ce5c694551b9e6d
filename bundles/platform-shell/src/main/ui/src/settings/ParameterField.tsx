import { api, isProblem } from '@tenon/sdk'
import { App, Button, Input, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Value = string | number | boolean

export interface Parameter {
  name: string; label: string; help: string | null; kind: 'number' | 'text' | 'flag' | 'choice'
  value: Value; initial: Value; min: number; max: number; choices: { value: string; label: string }[]; version: number
}

/** One setting with its editor. */
export function ParameterField({ parameter, saved }: { parameter: Parameter; saved: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [value, setValue] = useState<Value>(parameter.value)
  const [refusal, setRefusal] = useState<string | null>(null)
  const id = `parameter-${parameter.name}`
  const save = async (next: Value | null) => {
    setRefusal(null)
    try {
      await api.put(`/api/records/parameters/${encodeURIComponent(parameter.name)}`, { value: next, version: parameter.version })
      message.success(t('settings.saved'))
      saved()
    } catch (problem) {
      setRefusal(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
  }
  return (
    <form className="field parameter" onSubmit={event => { event.preventDefault(); void save(value) }}>
      <label htmlFor={id}>{parameter.label}</label>
      <div className="parameter-line">
        {parameter.kind === 'number' && <InputNumber id={id} value={value as number} min={parameter.min} max={parameter.max} precision={0} onChange={next => setValue(next ?? parameter.initial)} />}
        {parameter.kind === 'text' && <Input id={id} value={value as string} maxLength={parameter.max} onChange={event => setValue(event.target.value)} />}
        {parameter.kind === 'flag' && <Switch id={id} checked={value as boolean} aria-label={parameter.label} onChange={setValue} />}
        {parameter.kind === 'choice' && <Select id={id} value={value as string} options={parameter.choices} onChange={setValue} />}
        <Button htmlType="submit" type="primary" disabled={value === parameter.value}>{t('action.save')}</Button>
        {parameter.value !== parameter.initial && <Button type="link" onClick={() => void save(null)}>{t('settings.initial')}</Button>}
      </div>
      {parameter.help && <p className="meta">{parameter.help}</p>}
      {refusal && <p className="field-error" role="alert">{refusal}</p>}
    </form>
  )
}
