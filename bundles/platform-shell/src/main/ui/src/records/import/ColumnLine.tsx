import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { detail, detailsOf, meaning } from './columns'
import type { ColumnRule, ImportFull } from './types'

interface Props { header: string; column: number; sample: string; of: ImportFull; columns: ColumnRule[]; change: (columns: ColumnRule[]) => void }

/** One column: its header, what stands in it, what it means, and how that is written. */
export function ColumnLine({ header, column, sample, of, columns, change }: Props) {
  const { t } = useTranslation()
  const rule = columns.find(each => each.column === column)
  const target = rule && of.targets.find(each => each.key === rule.to)
  const details = target ? detailsOf(target.type) : []
  const taken = new Set(columns.filter(each => each.column !== column).map(each => each.to))
  const label = (key: string) => {
    const each = of.targets.find(one => one.key === key)
    return each?.companion ? t('import.beside', { field: each.label }) : each?.label ?? key
  }
  const closed = rule ? undefined : of.closed.find(each => each.column === column)
  const set = (some: Partial<ColumnRule>) => change(detail(columns, column, some))
  return (
    <li>
      <div className="import-header"><span>{header}</span><span className="meta">{sample}</span></div>
      <Select className="full" aria-label={t('import.meaning', { header })} allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('import.leftOut')} value={rule?.to}
        options={of.targets.map(each => ({ value: each.key, label: label(each.key), disabled: taken.has(each.key) }))}
        onChange={(to: string | undefined) => change(meaning(columns, column, to ?? null))} />
      {closed && <p className="meta">{closed.reason}</p>}
      {details.length > 0 && rule && (
        <div className="import-details">
          {details.includes('date') && <Select className="full" aria-label={t('import.dates', { header })} value={rule.format ?? 'ymd'} onChange={format => set({ format })}
            options={['ymd', 'dmy', 'mdy'].map(each => ({ value: each, label: t(`import.dates.${each}`) }))} />}
          {details.includes('number') && <Select className="full" aria-label={t('import.numbers', { header })} value={rule.format ?? 'point'} onChange={format => set({ format })}
            options={['point', 'comma'].map(each => ({ value: each, label: t(`import.numbers.${each}`) }))} />}
          {details.includes('by') && target && <Select className="full" aria-label={t('import.by', { header })} value={rule.by ?? ''} onChange={by => set({ by: by || null })}
            options={[{ value: '', label: t('import.byName') }, ...target.by.map(each => ({ value: each.name, label: t('import.byField', { field: each.label }) }))]} />}
          {details.includes('separator') && <Input aria-label={t('import.separator', { header })} placeholder={t('import.separatorUsual')} maxLength={5} value={rule.separator ?? ''}
            onChange={event => set({ separator: event.target.value || null })} />}
        </div>
      )}
    </li>
  )
}
