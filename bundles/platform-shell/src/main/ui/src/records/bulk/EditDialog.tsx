import { CloseOutlined } from '@ant-design/icons'
import type { Field, RecordType } from '@tenon/sdk'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormFields } from '../form/FormFields'
import { useForm } from '../form/useForm'
import { BulkDialog } from './BulkDialog'

const OWNERSHIP = new Set(['id', 'ownerId', 'departmentId'])

/** Fields that many records can be given at once. */
export const bulkFields = (type: RecordType): Field[] =>
  type.fields.filter(field => field.access === 'write' && !field.readOnly && !OWNERSHIP.has(field.name) && field.name !== type.titleField)

interface Props { type: RecordType; size: string; count: number; submit: (values: Record<string, unknown>) => Promise<void>; close: () => void }

/** Chooses fields and their new values; a field left empty is emptied. */
export function EditDialog({ type, size, count, submit, close }: Props) {
  const { t } = useTranslation()
  const fields = bulkFields(type)
  const [chosen, setChosen] = useState<string[]>([])
  const form = useForm({}, fields)
  const shown = chosen.flatMap(name => fields.find(field => field.name === name) ?? [])
  const values = () => Object.fromEntries(shown.map(field => [field.name, form.value(field.name) ?? (field.type === 'boolean' ? false : null)]))
  const refuse = (problem: unknown) => {
    form.refuse(problem)
    return true
  }
  return (
    <BulkDialog title={t('bulk.editTitle', { count, size, type: type.label })} okText={t('bulk.edit', { count, size })} ready={shown.length > 0}
      refuse={refuse} submit={() => submit(values())} close={close}>
      <p className="muted">{t('bulk.editText')}</p>
      {form.general && <p className="field-error" role="alert">{form.general}</p>}
      <div className="bulk-form">
        {shown.map(field => (
          <div key={field.name} className="bulk-field">
            <FormFields fields={[field]} form={form} />
            <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('bulk.dropField', { field: field.label })}
              onClick={() => setChosen(chosen.filter(name => name !== field.name))} />
          </div>
        ))}
        <Select value={null} placeholder={t('bulk.addField')} aria-label={t('bulk.addField')} showSearch={{ optionFilterProp: 'label' }}
          options={fields.filter(field => !chosen.includes(field.name)).map(field => ({ value: field.name as string | null, label: field.label }))}
          onChange={(name: string | null) => name && setChosen([...chosen, name])} />
      </div>
    </BulkDialog>
  )
}
