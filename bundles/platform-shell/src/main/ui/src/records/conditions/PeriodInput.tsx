import { MOST_UNITS, PERIOD_KINDS, PERIOD_UNITS, type PeriodKind, type PeriodUnit } from '@tenon/sdk'
import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props { label: string; values: string[]; change: (values: string[]) => void }

/** A stretch of time as seen from today: this quarter, the last 30 days. */
export function PeriodInput({ label, values, change }: Props) {
  const { t } = useTranslation()
  const [kind = 'this', unit = 'day', count = '1'] = values as [PeriodKind?, PeriodUnit?, string?]
  const put = (next: { kind?: PeriodKind; unit?: PeriodUnit; count?: string }) => {
    const whole = { kind, unit, count, ...next }
    change([whole.kind, whole.unit, whole.kind === 'this' ? '1' : whole.count])
  }
  return (
    <div className="period" role="group" aria-label={label}>
      <Select<PeriodKind> aria-label={t('period.kind')} value={kind} onChange={next => put({ kind: next })} options={PERIOD_KINDS.map(value => ({ value, label: t(`period.kind.${value}`) }))} />
      {kind !== 'this' && <InputNumber aria-label={t('period.count')} min={1} max={MOST_UNITS} precision={0} value={Number(count)} onChange={next => put({ count: String(next ?? 1) })} />}
      <Select<PeriodUnit> aria-label={t('period.unit')} value={unit} onChange={next => put({ unit: next })} options={PERIOD_UNITS.map(value => ({ value, label: kind === 'this' ? t(`period.this.${value}`) : t(`period.unit.${value}`, { count }) }))} />
    </div>
  )
}
