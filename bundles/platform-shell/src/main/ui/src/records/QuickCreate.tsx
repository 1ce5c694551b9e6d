import { api, isProblem, keys, useRecordType, type RecordData, type RecordType } from '@tenon/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DuplicateHint } from './duplicates/DuplicateHint'
import { useOverride } from './duplicates/useOverride'
import { FieldPrefix } from './fields/ids'
import { ErrorSummary } from './form/ErrorSummary'
import { FormFields } from './form/FormFields'
import { initialValues } from './form/initial'
import { useForm } from './form/useForm'
import { isWritable } from './layout'
import { titleOf } from './titleOf'

interface Props { type: string; name: string; made: (id: string, title: string) => void; close: () => void }

const REACH = new Set(['phones', 'phone'])

/** A new record made where it is referred to: what it must have, its title, and a phone number. The rest is filled in on its page. */
export function QuickCreate({ type: name, ...rest }: Props) {
  const { data: type } = useRecordType(name)
  return type ? <QuickForm type={type} {...rest} /> : null
}

function QuickForm({ type, name, made, close }: Omit<Props, 'type'> & { type: RecordType }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [given] = useState(() => ({ ...initialValues(type), [type.titleField]: name || null }))
  const fields = useMemo(() => {
    const writable = type.fields.filter(field => isWritable(field) && field.form !== false)
    const reach = writable.find(field => REACH.has(field.type))
    return writable.filter(field => field.required || field.name === type.titleField || field === reach)
  }, [type])
  const form = useForm({}, fields, type.fields, undefined, given)
  const overrides = useOverride()

  const save = async (duplicates?: 'override'): Promise<void> => {
    if (busy || !form.complete()) return
    setBusy(true)
    try {
      const record = await api.post<RecordData>(type.path, form.patch, { duplicates })
      void client.invalidateQueries({ queryKey: keys.all(type.name) })
      made(record.id, titleOf(record, type))
    } catch (error) {
      form.refuse(error)
      if (isProblem(error) && await overrides(error)) return save('override')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open title={t('list.create', { type: type.label })} okText={t('list.create', { type: type.label })} cancelText={t('action.cancel')} confirmLoading={busy} onOk={() => void save()} onCancel={close}>
      <FieldPrefix value="quick-">
        <ErrorSummary form={form} fields={fields} />
        <form noValidate onSubmit={event => { event.preventDefault(); event.stopPropagation(); void save() }}>
          <FormFields fields={fields} all={type.fields} columns={1} form={form} focusFirst />
          <DuplicateHint type={type} form={form} />
          <button type="submit" hidden />
        </form>
      </FieldPrefix>
    </Modal>
  )
}
