import type { Field } from '@tenon/sdk'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useInputId } from '../fields/ids'
import type { Form } from './useForm'

/** What keeps the form from being saved, with links to the fields. */
export function ErrorSummary({ form, fields }: { form: Form; fields: Field[] }) {
  const { t } = useTranslation()
  const inputId = useInputId()
  const box = useRef<HTMLDivElement>(null)
  const wrong = fields.filter(field => form.errors[field.name])
  const shown = wrong.length > 0 || form.general !== null
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown])
  if (!shown) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <strong>{t('form.refused')}</strong>
      {form.general && <p>{form.general}</p>}
      <ul>
        {wrong.map(field => (
          <li key={field.name}>
            <a href={`#${inputId(field.name)}`} onClick={event => { event.preventDefault(); document.getElementById(inputId(field.name))?.focus() }}>
              {field.label}: {form.errors[field.name]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
