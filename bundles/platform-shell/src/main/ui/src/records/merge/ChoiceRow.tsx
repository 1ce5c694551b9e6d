import type { Field, RecordData, RecordType } from '@tenon/sdk'
import { Checkbox, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { FieldView } from '../fields/FieldView'
import { isEmpty } from '../form/diff'
import { titleOf } from '../titleOf'
import { several } from './choices'

interface Props { type: RecordType; field: Field; records: RecordData[]; chosen: string[]; choose: (ids: string[]) => void }

/** One field of all records side by side: one value is kept, or any number where they can be united. */
export function ChoiceRow({ type, field, records, chosen, choose }: Props) {
  const { t } = useTranslation()
  const many = several(field)
  const Mark = many ? Checkbox : Radio
  return (
    <fieldset className="merge-row">
      <legend><span className="hidden">{t('merge.choose', { field: field.label })}</span><span aria-hidden="true">{field.label}</span></legend>
      {records.map(record => {
        const checked = chosen.includes(record.id)
        const toggle = () => choose(many ? (checked ? chosen.filter(id => id !== record.id) : [...chosen, record.id]) : [record.id])
        return (
          <div className={checked ? 'merge-cell chosen' : 'merge-cell'} key={record.id}>
            <Mark checked={checked} name={many ? undefined : `merge-${field.name}`} onChange={toggle}>
              <span className="hidden">{titleOf(record, type)}: </span>
              {isEmpty(record[field.name] as string) ? <span className="muted">{t('merge.empty')}</span> : <FieldView field={field} record={record} />}
            </Mark>
          </div>
        )
      })}
    </fieldset>
  )
}
