import { CloseOutlined } from '@ant-design/icons'
import type { FieldValue, RecordType } from '@tenon/sdk'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FieldInput } from '../fields/FieldInput'
import type { ImportFull, Options } from './types'

interface Props { of: ImportFull; type: RecordType; options: Options; change: (defaults: Options['defaults']) => void }

/** Values of new records where the file has none. */
export function DefaultsCard({ of, type, options, change }: Props) {
  const { t } = useTranslation()
  if (options.mode === 'update') return null
  const chosen = Object.keys(options.defaults)
  const fields = of.targets.filter(target => !target.companion && target.key === target.field && target.key !== 'id')
  const without = (name: string) => Object.fromEntries(Object.entries(options.defaults).filter(([key]) => key !== name))
  return (
    <section className="card" aria-label={t('import.defaults')}>
      <h2 className="card-title">{t('import.defaults')}</h2>
      {chosen.map(name => {
        const field = type.fields.find(each => each.name === name)
        return field && (
          <div key={name} className="field import-default">
            <label htmlFor={`default-${name}`}>{field.label}</label>
            <div>
              <FieldInput id={`default-${name}`} field={field} value={options.defaults[name] ?? null} onChange={(value: FieldValue) => change({ ...options.defaults, [name]: value })} />
              <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('import.noDefault', { field: field.label })} onClick={() => change(without(name))} />
            </div>
          </div>
        )
      })}
      <Select className="full" aria-label={t('import.addDefault')} placeholder={t('import.addDefault')} value={null} showSearch={{ optionFilterProp: 'label' }}
        options={fields.filter(target => !chosen.includes(target.key)).map(target => ({ value: target.key, label: target.label }))}
        onChange={(name: string | null) => name && change({ ...options.defaults, [name]: null })} />
    </section>
  )
}
