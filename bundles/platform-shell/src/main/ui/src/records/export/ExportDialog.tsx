import { api, isProblem, type RecordType } from '@tenon/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Form, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Columns } from '../list/useColumns'
import type { ListState } from '../list/useListState'

interface Props { type: RecordType; state: ListState; columns: Columns; close: () => void }

type Format = 'xlsx' | 'csv'

/** Which file, which columns; the whole list is written in the background. */
export function ExportDialog({ type, state, columns, close }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [format, setFormat] = useState<Format>('xlsx')
  const [names, setNames] = useState(columns.names)
  const [codes, setCodes] = useState(false)
  const [busy, setBusy] = useState(false)
  const fields = [...columns.columns, ...type.fields.filter(field => !columns.names.includes(field.name))]
  const begin = async () => {
    setBusy(true)
    try {
      await api.post('/api/records/exports', { type: type.name, filter: state.condition, q: state.q || null, sort: state.sort, columns: fields.map(field => field.name).filter(name => names.includes(name)), format, codes })
      await client.invalidateQueries({ queryKey: ['jobs'] })
      message.success(t('export.begun'))
      close()
    } catch (error) {
      message.error(isProblem(error) ? error.message : t('export.failed'))
      setBusy(false)
    }
  }
  return (
    <Modal open title={t('export.title', { type: type.plural })} okText={t('export.start')} cancelText={t('action.cancel')} okButtonProps={{ loading: busy, disabled: names.length === 0 }} onOk={() => void begin()} onCancel={close}>
      <p className="muted">{t('export.text')}</p>
      <Form layout="vertical">
        <Form.Item label={t('export.format')}>
          <Radio.Group aria-label={t('export.format')} value={format} onChange={event => setFormat(event.target.value as Format)} options={[{ value: 'xlsx', label: t('export.xlsx') }, { value: 'csv', label: t('export.csv') }]} />
        </Form.Item>
        <Form.Item label={t('export.columns', { count: names.length })}>
          <div className="export-columns" role="group" aria-label={t('columns.title')}>
            {fields.map(field => (
              <Checkbox key={field.name} checked={names.includes(field.name)} onChange={event => setNames(event.target.checked ? [...names, field.name] : names.filter(name => name !== field.name))}>{field.label}</Checkbox>
            ))}
          </div>
        </Form.Item>
        <Checkbox checked={codes} onChange={event => setCodes(event.target.checked)}>{t('export.codes')}</Checkbox>
      </Form>
    </Modal>
  )
}
