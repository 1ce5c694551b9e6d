import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { api, type Field } from '@tenon/sdk'
import { Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReferenceInput } from '../records/fields/ReferenceInput'
import { FilledSheet } from './FilledSheet'
import { wishOf, type Filled, type Template } from './templates'

/** What a template says of a record, as the reader may see it; prints without the rest of the page. */
export function TemplatePreview({ draft }: { draft: Template }) {
  const { t } = useTranslation()
  const [record, setRecord] = useState<string | null>(null)
  const shown = useDeferredValue(draft)
  const { data, error } = useQuery({
    queryKey: ['settings', 'templates', 'preview', record, shown], enabled: record !== null, retry: false,
    queryFn: () => api.post<Filled>(`/api/records/templates/preview?record=${record}`, { ...wishOf(shown), name: shown.name || '-' }),
  })
  const field = { name: 'previewRecord', label: t('settings.previewWith'), type: 'reference', required: false } as Field
  return (
    <section className="card template-preview" aria-label={t('settings.preview')}>
      <div className="field">
        <label htmlFor="template-record">{t('settings.previewWith')}</label>
        <ReferenceInput key={draft.type} id="template-record" field={field} type={draft.type} value={record} onChange={next => setRecord(next as string | null)} />
      </div>
      {error && <p className="field-error" role="alert">{error.message}</p>}
      {data && (
        <>
          <FilledSheet filled={data} />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>{t('settings.print')}</Button>
        </>
      )}
    </section>
  )
}
