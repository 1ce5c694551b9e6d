import type { Field, FieldType, FieldValue } from '@tenon/sdk'
import { Select, TreeSelect } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dot } from '../../records/fields/Dot'
import { FieldInput } from '../../records/fields/FieldInput'
import { nodes } from '../../records/fields/TreeInput'
import { fieldTypeOf, isChoice, isComputed, labelOf, type Draft } from './definitions'

/** The field as forms will show it. */
export function FieldPreview({ draft, language }: { draft: Draft; language: string }) {
  const { t } = useTranslation()
  const [value, setValue] = useState<FieldValue>(null)
  const label = labelOf(draft.labels, language) || t('define.unnamed')
  const help = labelOf(draft.help, language)
  const field = {
    name: 'preview', label, help, type: fieldTypeOf(draft) as FieldType, required: draft.required ?? false, readOnly: false, max: draft.max ?? null, min: null, scale: null,
    dictionary: null, reference: draft.reference ?? null, list: 0, filter: false, sortable: false, sensitive: false, section: null, access: 'write', sample: null,
  } as Field
  return (
    <section className="define-preview" aria-label={t('define.preview')}>
      <h3 className="card-title">{t('define.preview')}</h3>
      <div className="field" key={draft.kind}>
        <label htmlFor="preview" id="preview-label">{label}{field.required && <span className="required" aria-hidden="true"> *</span>}</label>
        {isComputed(draft.kind) ? <p className="muted">{draft.kind === 'autoNumber' ? sample(draft.number) : t('define.computed')}</p>
          : isChoice(draft.kind) ? <Choices draft={draft} language={language} />
            : <FieldInput id="preview" field={field} value={value} onChange={setValue} />}
        {help && <p className="meta">{help}</p>}
      </div>
    </section>
  )
}

function Choices({ draft, language }: { draft: Draft; language: string }) {
  const options = (draft.options ?? []).filter(option => !option.retired)
  if (draft.kind === 'treeChoice') {
    const items = options.map(option => ({ value: option.value ?? '', label: labelOf(option.labels, language), parent: option.parent ?? null, color: null }))
    return <TreeSelect id="preview" className="full" treeData={nodes(items, null)} treeDefaultExpandAll allowClear />
  }
  return (
    <Select id="preview" className="full" allowClear mode={draft.kind === 'multiChoice' ? 'multiple' : undefined} options={options.map((option, at) => {
      const text = labelOf(option.labels, language)
      return { value: option.value ?? String(at), label: option.color ? <Dot color={option.color}>{text}</Dot> : text }
    })} />
  )
}

/** What a number of the rule looks like today. */
function sample(rule: string | null | undefined): string {
  const [year, month, day] = new Intl.DateTimeFormat('sv-SE').format(new Date()).split('-') as [string, string, string]
  return (rule ?? '').replace('{yyyy}', year).replace('{yy}', year.slice(2)).replace('{MM}', month).replace('{dd}', day)
    .replace(/\{seq:(\d+)\}/, (_, digits: string) => '1'.padStart(Math.min(12, Number(digits)), '0'))
}
