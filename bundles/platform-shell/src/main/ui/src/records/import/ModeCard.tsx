import type { RecordType } from '@tenon/sdk'
import { Radio, Select, type RadioChangeEvent } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportFull, Options } from './types'

interface Props { of: ImportFull; type: RecordType; options: Options; change: (some: Partial<Options>) => void }

const MODES = ['create', 'update', 'createOrUpdate'] as const

/** Whether rows create or change records, how records are found, and what becomes of duplicates. */
export function ModeCard({ of, type, options, change }: Props) {
  const { t } = useTranslation()
  const may = { create: type.can.includes('create'), update: type.can.includes('update'), createOrUpdate: type.can.includes('create') && type.can.includes('update') }
  const read = new Set(options.columns.map(column => of.targets.find(target => target.key === column.to)).filter(target => target && !target.companion).map(target => target!.field))
  const choose = <K extends keyof Options>(name: K) => (event: RadioChangeEvent) => change({ [name]: event.target.value as Options[K] } as Partial<Options>)
  return (
    <section className="card" aria-label={t('import.what')}>
      <h2 className="card-title">{t('import.what')}</h2>
      <Radio.Group aria-label={t('import.what')} className="import-choices" value={options.mode} onChange={choose('mode')}>
        {MODES.map(mode => <Radio key={mode} value={mode} disabled={!may[mode]}>{t(`import.mode.${mode}`)}</Radio>)}
      </Radio.Group>
      {options.mode !== 'create' && (
        <>
          <div className="field">
            <label htmlFor="import-match">{t('import.match')}</label>
            <Select id="import-match" className="full" mode="multiple" value={options.match} onChange={match => change({ match })} placeholder={t('import.matchChoose')}
              showSearch={{ optionFilterProp: 'label' }} options={of.match.filter(each => read.has(each.name)).map(each => ({ value: each.name, label: each.label }))} />
          </div>
          <fieldset className="import-group">
            <legend>{t('import.blanks')}</legend>
            <Radio.Group className="import-choices" value={options.blanks} onChange={choose('blanks')}>
              {(['keep', 'clear'] as const).map(each => <Radio key={each} value={each}>{t(`import.blanks.${each}`)}</Radio>)}
            </Radio.Group>
          </fieldset>
          <fieldset className="import-group">
            <legend>{t('import.lists')}</legend>
            <Radio.Group className="import-choices" value={options.lists} onChange={choose('lists')}>
              {(['add', 'replace'] as const).map(each => <Radio key={each} value={each}>{t(`import.lists.${each}`)}</Radio>)}
            </Radio.Group>
          </fieldset>
        </>
      )}
      {options.mode !== 'update' && (
        <fieldset className="import-group">
          <legend>{t('import.duplicates')}</legend>
          <Radio.Group className="import-choices" value={options.duplicates} onChange={choose('duplicates')}>
            {(['skip', 'update', 'create'] as const).map(each => <Radio key={each} value={each} disabled={each === 'update' && !may.update}>{t(`import.duplicates.${each}`)}</Radio>)}
          </Radio.Group>
        </fieldset>
      )}
    </section>
  )
}
