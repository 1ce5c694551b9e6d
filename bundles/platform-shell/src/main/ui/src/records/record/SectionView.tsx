import { EditOutlined } from '@ant-design/icons'
import type { FieldValue, RecordData, RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useChoiceParents, visibleFields } from '../form/visible'
import { InlineValue } from '../inline/InlineValue'
import { isWritable, type Section } from '../layout'

const WIDE = new Set(['longText', 'richText'])

interface Props { type: RecordType; section: Section; record: RecordData; single: boolean; edit?: () => void; editing: boolean }

/** A section to read; `editing`: another one is being edited, so this one cannot be now. */
export function SectionView({ type, section, record, single, edit, editing }: Props) {
  const { t } = useTranslation()
  const label = section.label ?? t('record.more')
  const choices = useChoiceParents(section.fields, type.fields)
  const shown = visibleFields(section.fields, name => record[name] as FieldValue, type.fields, choices).filter(field => field.name in record || isWritable(field))
  if (shown.length === 0) return null
  return (
    <section className="card" aria-label={label}>
      <div className="card-header">
        <h2 className="card-title">{label}</h2>
        {edit && section.fields.some(isWritable) && (
          <Button type="text" size="small" className={editing ? 'kept' : undefined} icon={<EditOutlined aria-hidden />} onClick={edit} aria-label={t('record.editSection', { section: label })}>{t('action.edit')}</Button>
        )}
      </div>
      <dl className={single ? 'values single' : section.columns && section.columns !== 2 ? `values columns-${section.columns}` : 'values'}>
        {shown.map(field => (
          <div key={field.name} className={WIDE.has(field.type) ? 'wide' : undefined}>
            <dt>{field.label}</dt>
            <dd><InlineValue type={type} record={record} field={field} editable={edit !== undefined && !editing} /></dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
