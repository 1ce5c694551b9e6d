import type { FieldValue } from '@tenon/sdk'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldInput } from '../../records/fields/FieldInput'
import { draftField, isChoice, isComputed, labelOf, type Draft } from './definitions'
import { DraftChoices } from './DraftChoices'
import { today } from '../../util/format'

/** The field as forms will show it. */
export function FieldPreview({ draft, language }: { draft: Draft; language: string }) {
  const { t } = useTranslation()
  const [value, setValue] = useState<FieldValue>(null)
  const label = labelOf(draft.labels, language) || t('define.unnamed')
  const help = labelOf(draft.help, language)
  const field = draftField(draft, label, help)
  return (
    <section className="define-preview" aria-label={t('define.preview')}>
      <h3 className="card-title">{t('define.preview')}</h3>
      <div className="field" key={draft.kind}>
        <label htmlFor="preview" id="preview-label">{label}{field.required && <span className="required" aria-hidden="true"> *</span>}</label>
        {isComputed(draft.kind) ? <p className="muted">{draft.kind === 'autoNumber' ? sample(draft.number) : t('define.computed')}</p>
          : isChoice(draft.kind) ? <DraftChoices id="preview" draft={draft} language={language} value={value as string | string[] | null} change={setValue} />
            : <FieldInput id="preview" field={field} value={value} onChange={setValue} />}
        {help && <p className="meta">{help}</p>}
      </div>
    </section>
  )
}

/** What a number of the rule looks like today. */
function sample(rule: string | null | undefined): string {
  const [year, month, day] = today().split('-') as [string, string, string]
  return (rule ?? '').replace('{yyyy}', year).replace('{yy}', year.slice(2)).replace('{MM}', month).replace('{dd}', day)
    .replace(/\{seq:(\d+)\}/, (_, digits: string) => '1'.padStart(Math.min(12, Number(digits)), '0'))
}
