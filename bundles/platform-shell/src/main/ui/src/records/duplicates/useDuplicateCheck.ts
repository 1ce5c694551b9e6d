import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, type RecordType } from '@tenon/sdk'
import { useEffect, useState } from 'react'
import type { Form } from '../form/useForm'
import { worthChecking, type Hit } from './hits'

const PAUSE = 400

/** Records the one being typed may be the same as, looked up whenever the typing pauses. A check that fails tells nothing: saving does not depend on it. */
export function useDuplicateCheck(type: RecordType, form: Form, id?: string): Hit[] {
  const values = worthChecking(type, form.patch, form.value)
  const text = values ? JSON.stringify(values) : ''
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useQuery({
    queryKey: ['records', type.name, 'duplicates', 'check', id ?? '', asked], enabled: asked !== '', placeholderData: keepPreviousData, retry: false, staleTime: 10_000,
    queryFn: async () => (await api.post<{ items: Hit[] }>('/api/records/duplicates/check', { type: type.name, id, values: JSON.parse(asked) as unknown })).items,
  })
  return asked === '' ? [] : (data ?? [])
}
