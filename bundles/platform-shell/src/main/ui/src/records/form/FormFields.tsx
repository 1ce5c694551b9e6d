import type { Field } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { FieldInput } from '../fields/FieldInput'
import { useInputId } from '../fields/ids'
import type { Form } from './useForm'
import { useChoiceParents, visibleFields } from './visible'

const WIDE = new Set(['longText', 'richText', 'phones', 'emails', 'references', 'location', 'files'])

interface Props { fields: Field[]; all?: Field[]; columns?: number; form: Form; labels?: Record<string, string | string[]>; focusFirst?: boolean }

/** Labels above fields, in columns where there is room; `all`: the fields conditions may ask about. */
export function FormFields({ fields: given, all, columns = 2, form, labels, focusFirst }: Props) {
  const { t } = useTranslation()
  const inputId = useInputId()
  const fields = visibleFields(given, form.value, all, useChoiceParents(given, all))
  return (
    <div className={columns === 2 ? 'fields' : `fields columns-${columns}`}>
      {fields.map((field, index) => {
        const id = inputId(field.name)
        const error = form.errors[field.name]
        const described = [field.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
        return (
          <div key={field.name} className={WIDE.has(field.type) ? 'field wide' : 'field'}>
            <label htmlFor={id} id={`${id}-label`}>
              {field.label}
              {field.required && <span className="required" title={t('form.isRequired')} aria-hidden="true"> *</span>}
            </label>
            <FieldInput field={field} value={form.value(field.name)} label={labels?.[field.name]} onChange={value => form.set(field.name, value)}
              invalid={!!error} describedBy={described || undefined} autoFocus={focusFirst && index === 0} />
            {field.help && <p className="meta" id={`${id}-help`}>{field.help}</p>}
            {error && <p className="field-error" id={`${id}-error`}>{error}</p>}
          </div>
        )
      })}
    </div>
  )
}
