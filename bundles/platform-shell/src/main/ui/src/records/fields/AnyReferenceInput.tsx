import { useRecordTypes, type TypedReference } from '@tenon/sdk'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputProps } from './props'
import { ReferenceInput } from './ReferenceInput'

/** A record of any of several types: first the type, then the record. */
export function AnyReferenceInput(props: InputProps<TypedReference | null>) {
  const { t } = useTranslation()
  const { field, value, onChange } = props
  const { data: types = [] } = useRecordTypes()
  const allowed = field.reference && field.reference !== '*' ? field.reference.split(',').map(name => name.trim()) : null
  const offered = types.filter(type => (allowed ? allowed.includes(type.name) : true))
  const [type, setType] = useState(value?.type ?? offered[0]?.name)
  const chosen = value?.type ?? type ?? offered[0]?.name ?? ''
  return (
    <div className="kind-row">
      <Select value={chosen || undefined} aria-label={t('field.typeOf', { field: field.label })}
        options={offered.map(({ name, label }) => ({ value: name, label }))}
        onChange={(next: string) => { setType(next); onChange(null) }} />
      <ReferenceInput {...props} key={chosen} type={chosen} value={value?.id ?? null}
        onChange={id => onChange(typeof id === 'string' ? { type: chosen, id } : null)} />
    </div>
  )
}
