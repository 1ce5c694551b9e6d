import { api, keys, useRecordType, useUnsaved, type RecordData, type RecordType, type Values } from '@tenon/sdk'
import type { RecordFormProps } from '@tenon/sdk/components'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { forgetUnsaved } from '../app/unsaved'
import { mergePatch } from '../records/form/diff'
import { ErrorSummary } from '../records/form/ErrorSummary'
import { FormFields } from '../records/form/FormFields'
import { initialValues } from '../records/form/initial'
import { SaveBar } from '../records/form/SaveBar'
import { useForm } from '../records/form/useForm'
import { isWritable } from '../records/layout'

/** Our form for a plugin's page, with the fields it wants. */
export function RecordForm(props: RecordFormProps) {
  const { data: type, error, refetch } = useRecordType(props.type)
  if (error) return <Broken error={error} retry={() => void refetch()} />
  return type ? <Fields key={props.record?.id} {...props} of={type} /> : <PageSkeleton rows={4} />
}

function Fields({ of: type, record, fields: names, initial, done, cancel }: RecordFormProps & { of: RecordType }) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [base] = useState(() => (record as Values | undefined) ?? { ...initialValues(type), ...initial })
  const fields = useMemo(() => {
    const wanted = names ? names.flatMap(name => type.fields.find(field => field.name === name) ?? []) : type.fields.filter(field => field.section)
    return wanted.filter(isWritable)
  }, [type, names])
  const form = useForm(base, fields, type.fields)
  useUnsaved(`${type.name} ${record?.id ?? 'new'}`, form.dirty)

  const save = async () => {
    if (busy || !form.complete()) return
    setBusy(true)
    try {
      const stored = record
        ? await api.patch<RecordData>(`${type.path}/${record.id}`, form.patch, record.version)
        : await api.post<RecordData>(type.path, { ...mergePatch({}, base), ...form.patch })
      forgetUnsaved()
      void client.invalidateQueries({ queryKey: keys.all(type.name) })
      done(stored)
    } catch (error) {
      form.refuse(error)
    }
    setBusy(false)
  }
  return (
    <>
      <ErrorSummary form={form} fields={fields} />
      <form onSubmit={event => { event.preventDefault(); void save() }} noValidate>
        <FormFields fields={fields} all={type.fields} form={form} labels={record?._labels} />
        <SaveBar busy={busy} save={() => void save()} cancel={() => { forgetUnsaved(); cancel() }} />
      </form>
    </>
  )
}
