import type { Field } from '@tenon/sdk'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormulaTextError, parseFormula, printFormula } from './formulaText'

interface Props { id: string; formula: unknown; fields: Field[]; change: (formula: unknown) => void; invalid?: boolean }

const READ = new Set(['number', 'decimal', 'money', 'text', 'longText', 'phone', 'email', 'url', 'choice', 'region', 'boolean', 'date', 'dateTime'])

/** A formula as text; what it may read is offered beside it. */
export function FormulaInput({ id, formula, fields, change, invalid }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(() => printFormula(formula ?? undefined))
  const [wrong, setWrong] = useState<string | null>(null)
  const write = (next: string) => {
    setText(next)
    try {
      change(next.trim() === '' ? null : parseFormula(next))
      setWrong(null)
    } catch (error) {
      setWrong(error instanceof FormulaTextError ? error.message : next)
    }
  }
  return (
    <div className="field wide">
      <label htmlFor={id}>{t('define.formula')}</label>
      <Input.TextArea id={id} className="formula" value={text} autoSize={{ minRows: 2, maxRows: 8 }} spellCheck={false} status={wrong !== null || invalid ? 'error' : undefined}
        aria-describedby={`${id}-help`} placeholder="round(xAmount * 1.13, 2)" onChange={event => write(event.target.value)} />
      {wrong !== null && <p className="field-error">{t('define.formulaWrong', { part: wrong })}</p>}
      <p className="meta" id={`${id}-help`}>{t('define.formulaHelp')}</p>
      <div className="formula-fields">
        {fields.filter(field => READ.has(field.type) && field.section !== null).map(field => (
          <button key={field.name} type="button" className="text-button" title={field.name} onClick={() => write(`${text}${text && !text.endsWith(' ') ? ' ' : ''}${field.name}`)}>{field.label}</button>
        ))}
      </div>
    </div>
  )
}
