import { isProblem, type Field, type FieldValue, type Values } from '@tenon/sdk'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEmpty, mergePatch } from './diff'
import type { Kept } from './useDraft'
import { useChoiceParents, visibleFields } from './visible'

export interface Form {
  value: (name: string) => FieldValue
  set: (name: string, value: FieldValue) => void
  /** Only what differs from the beginning. */
  patch: Values
  dirty: boolean
  /** Whether it began with what was entered before the page was loaded anew. */
  restored: boolean
  /** Back to the beginning. */
  reset: () => void
  errors: Record<string, string>
  /** What is wrong but belongs to no field of the form. */
  general: string | null
  /** Shows a refusal beside its fields. */
  refuse: (error: unknown) => void
  /** Whether what is required is there; says so beside the fields if not. */
  complete: () => boolean
}

/** The input of one form over `base`; which never changes under the user's hands. `all`: the fields conditions may ask about; `draft`: where what is entered is kept; `typed`: what counts as written already. */
export function useForm(base: Values, fields: Field[], all: Field[] = fields, draft?: Kept, typed: Values = {}): Form {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<Values>(draft?.found?.values ?? typed)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [general, setGeneral] = useState<string | null>(null)
  const choices = useChoiceParents(fields, all)
  const patch = useMemo(() => mergePatch(base, edited), [base, edited])
  useEffect(() => draft?.keep(patch), [patch])

  const value = (name: string) => (name in edited ? edited[name] : base[name])
  const set = useCallback((name: string, next: FieldValue) => {
    setEdited(known => ({ ...known, [name]: next }))
    setErrors(({ [name]: _, ...rest }) => rest)
  }, [])

  const refuse = (error: unknown) => {
    const known = new Set(fields.map(field => field.name))
    const found = isProblem(error) ? error.errors : []
    setErrors(Object.fromEntries(found.filter(({ field }) => known.has(root(field))).map(({ field, message }) => [root(field), message])))
    const others = found.filter(({ field }) => !known.has(root(field))).map(({ message }) => message)
    setGeneral(others.length > 0 ? others.join(' ') : found.length > 0 ? null : problemText(error, t))
  }

  const complete = () => {
    const missing = visibleFields(fields, value, all, choices).filter(field => field.required && field.access === 'write' && !field.readOnly && isEmpty(value(field.name)))
    setErrors(Object.fromEntries(missing.map(field => [field.name, t('form.required', { field: field.label })])))
    setGeneral(null)
    return missing.length === 0
  }

  const reset = () => {
    setEdited({})
    setErrors({})
    setGeneral(null)
  }

  return { value, set, patch, dirty: Object.keys(patch).length > 0, restored: !!draft?.found, reset, errors, general, refuse, complete }
}

/** `phones[0].value` is an error of `phones`. */
const root = (field: string) => field.split(/[.[]/)[0]!

function problemText(error: unknown, t: (key: string) => string): string {
  if (!isProblem(error)) return t('broken.other.title')
  if (error.status === 0) return t('broken.offline.title')
  if (error.status === 503) return t('broken.away.title')
  return error.detail ?? t('broken.other.title')
}
