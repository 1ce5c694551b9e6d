import type { Field, FieldValue, RecordType } from '@tenon/sdk'
import { Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldInput } from '../fields/FieldInput'
import { BulkDialog } from './BulkDialog'

const SEVERAL = new Set(['tags', 'multiChoice', 'references'])

/** Fields whose values can be added and taken away one by one. */
export const tagFields = (type: RecordType): Field[] => type.fields.filter(field => SEVERAL.has(field.type) && field.access === 'write' && !field.readOnly)

type Way = 'addTags' | 'removeTags'

interface Props { type: RecordType; size: string; count: number; submit: (way: Way, values: Record<string, unknown>) => Promise<void>; close: () => void }

/** Words to add to the records or to take from them; their others stay. */
export function TagsDialog({ type, size, count, submit, close }: Props) {
  const { t } = useTranslation()
  const fields = tagFields(type)
  const [name, setName] = useState(fields.find(field => field.type === 'tags')?.name ?? fields[0]?.name ?? '')
  const [way, setWay] = useState<Way>('addTags')
  const [words, setWords] = useState<FieldValue>(null)
  const field = fields.find(known => known.name === name)
  const some = Array.isArray(words) && words.length > 0
  return (
    <BulkDialog title={t('bulk.tagsTitle', { count, size, type: type.label })} okText={t(`bulk.${way}`, { count, size })} ready={some}
      submit={() => submit(way, { [name]: words })} close={close}>
      <div className="bulk-form">
        <Radio.Group value={way} onChange={event => setWay(event.target.value as Way)} aria-label={t('bulk.tags')}
          options={[{ value: 'addTags', label: t('bulk.add') }, { value: 'removeTags', label: t('bulk.remove') }]} />
        {fields.length > 1 && <Select value={name} aria-label={t('bulk.tagField')} options={fields.map(known => ({ value: known.name, label: known.label }))}
          onChange={(next: string) => { setName(next); setWords(null) }} />}
        {field && (
          <div className="field">
            <label htmlFor="bulk-tags" id="bulk-tags-label">{field.label}</label>
            <FieldInput key={name} field={{ ...field, required: false }} id="bulk-tags" value={words} onChange={setWords} />
          </div>
        )}
      </div>
    </BulkDialog>
  )
}
