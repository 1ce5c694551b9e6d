import { isProblem, type RecordType } from '@tenon/sdk'
import { Alert, Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canBeUnique, canFilter, canSort, fieldTypeOf, hasDefault, isChoice, isComputed, KINDS, RESULTS, useDefine, type Definition, type Draft } from './definitions'
import { DefaultInput } from './DefaultInput'
import { FieldPreview } from './FieldPreview'
import { FormulaInput } from './FormulaInput'
import { LabelsInput } from './LabelsInput'
import { OptionsEditor } from './OptionsEditor'
import { VisibleWhen } from './VisibleWhen'

interface Props { type: RecordType; types: { name: string; label: string }[]; known: Definition | null; language: string; close: () => void }

const NEW: Draft = { kind: 'text', labels: {}, help: {}, options: [], filter: false, sort: false }
const FLAGS = ['required', 'unique', 'readOnly', 'filter', 'sort', 'search', 'sensitive'] as const

/** Adds a field or changes one, with a preview that follows. */
export function FieldDialog({ type, types, known, language, close }: Props) {
  const { t } = useTranslation()
  const define = useDefine(type.name)
  const [draft, setDraft] = useState<Draft>(() => (known ? { ...known } : NEW))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [general, setGeneral] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<Draft>) => setDraft(now => ({ ...now, ...part }))
  const { kind } = draft
  const others = type.fields.filter(field => field.name !== known?.name && field.access !== 'masked')
  const fits: Record<(typeof FLAGS)[number], boolean> = {
    required: !isComputed(kind) && !draft.readOnly, unique: canBeUnique(draft), readOnly: !isComputed(kind), filter: canFilter(draft), sort: canSort(draft),
    search: ['text', 'longText', 'richText', 'phone', 'email', 'url'].includes(fieldTypeOf(draft)) || isChoice(kind), sensitive: true,
  }

  const save = async () => {
    setBusy(true)
    try {
      await define.save(draft, known)
      close()
    } catch (error) {
      const found = isProblem(error) ? error.errors : []
      setErrors(Object.fromEntries(found.map(({ field, message }) => [field.split(/[.[]/)[0]!, message])))
      setGeneral(found.length > 0 ? found.map(({ message }) => message).join(' ') : isProblem(error) ? error.message : t('broken.other.title'))
    } finally {
      setBusy(false)
    }
  }

  const text = (name: 'pattern' | 'number' | 'least' | 'most', help?: string) => (
    <div className="field">
      <label htmlFor={`define-${name}`}>{t(`define.${name}`)}</label>
      <Input id={`define-${name}`} value={draft[name] === null || draft[name] === undefined ? '' : String(draft[name])} status={errors[name] ? 'error' : undefined}
        aria-describedby={help ? `define-${name}-help` : undefined} onChange={event => set({ [name]: event.target.value === '' ? null : event.target.value })} />
      {help && <p className="meta" id={`define-${name}-help`}>{help}</p>}
      {errors[name] && <p className="field-error">{errors[name]}</p>}
    </div>
  )

  return (
    <Modal open width={920} title={known ? t('define.edit') : t('define.add')} onCancel={close} onOk={() => void save()} okText={t('action.save')} cancelText={t('action.cancel')} confirmLoading={busy} destroyOnHidden>
      {general && <Alert type="error" showIcon title={general} role="alert" />}
      <div className="define">
        <div className="define-form">
          <div className="field">
            <label htmlFor="define-kind">{t('define.kind')}</label>
            <Select id="define-kind" className="full" value={kind} showSearch={{ optionFilterProp: 'label' }} options={KINDS.map(name => ({ value: name, label: t(`define.kind.${name}`) }))} onChange={(next: string) => set({ kind: next, initial: null })} />
            {errors.kind && <p className="field-error">{errors.kind}</p>}
          </div>
          <LabelsInput id="define-labels" legend={t('define.labels')} texts={draft.labels} change={labels => set({ labels })} invalid={!!errors.labels} required />
          <div className="field">
            <label htmlFor="define-section">{t('define.section')}</label>
            <Select id="define-section" className="full" allowClear value={draft.section ?? undefined} options={type.sections.map(section => ({ value: section.name, label: section.label }))}
              onChange={(section?: string) => set({ section: section ?? null })} />
            {errors.section && <p className="field-error">{errors.section}</p>}
          </div>
          {isChoice(kind) && <OptionsEditor options={draft.options ?? []} tree={kind === 'treeChoice'} language={language} change={options => set({ options })} />}
          {kind === 'reference' && (
            <div className="field">
              <label htmlFor="define-reference">{t('define.reference')}</label>
              <Select id="define-reference" className="full" value={draft.reference ?? undefined} options={types.map(one => ({ value: one.name, label: one.label }))} onChange={(reference: string) => set({ reference })} />
              {errors.reference && <p className="field-error">{errors.reference}</p>}
            </div>
          )}
          {kind === 'formula' && (
            <>
              <div className="field">
                <label htmlFor="define-result">{t('define.result')}</label>
                <Select id="define-result" className="full" value={draft.result ?? undefined} options={RESULTS.map(name => ({ value: name, label: t(`define.kind.${name}`) }))} onChange={(result: string) => set({ result })} />
              </div>
              <FormulaInput id="define-formula" formula={draft.formula} fields={others} change={formula => set({ formula })} invalid={!!errors.formula} />
            </>
          )}
          {kind === 'autoNumber' && text('number', t('define.numberHelp', { example: 'HT-{yyyy}{MM}-{seq:5}' }))}
          {['text', 'longText', 'richText'].includes(kind) && (
            <div className="field">
              <label htmlFor="define-max">{t('define.max')}</label>
              <InputNumber id="define-max" className="full" min={1} max={kind === 'text' ? 1000 : 10_000} value={draft.max ?? null} onChange={max => set({ max: max ?? null })} />
            </div>
          )}
          {['text', 'phone', 'email', 'url'].includes(kind) && text('pattern', t('define.patternHelp'))}
          {['number', 'decimal', 'money'].includes(kind) && <>{text('least')}{text('most')}</>}
          {hasDefault(draft) && <DefaultInput draft={draft} language={language} invalid={!!errors.initial} change={initial => set({ initial })} />}
          {errors.initial && <p className="field-error">{errors.initial}</p>}
          <fieldset className="define-flags">
            <legend>{t('define.flags')}</legend>
            {FLAGS.map(name => (
              <Checkbox key={name} disabled={!fits[name]} checked={fits[name] && draft[name] === true} onChange={event => set({ [name]: event.target.checked })}>{t(`define.${name}`)}</Checkbox>
            ))}
            <Checkbox checked={(draft.list ?? 0) > 0} onChange={event => set({ list: event.target.checked ? 50 : 0 })}>{t('define.list')}</Checkbox>
          </fieldset>
          <div className="field">
            <label htmlFor="define-visible">{t('define.visibleWhen')}</label>
            <VisibleWhen id="define-visible" fields={others} value={draft.visibleWhen ?? null} change={visibleWhen => set({ visibleWhen })} />
            {errors.visibleWhen && <p className="field-error">{errors.visibleWhen}</p>}
          </div>
          <LabelsInput id="define-help" legend={t('define.help')} texts={draft.help ?? {}} change={help => set({ help })} maxLength={500} />
        </div>
        <FieldPreview draft={draft} language={language} />
      </div>
    </Modal>
  )
}

