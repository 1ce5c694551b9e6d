import { useShell, type Money } from '@tenon/sdk'
import { InputNumber, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { moneyInWords } from '../../util/amountInWords'
import { common, type InputProps } from './props'

const CURRENCIES = ['CNY', 'TWD', 'HKD', 'USD', 'EUR', 'JPY', 'GBP']

/** An amount and its currency in one row. */
export function MoneyInput(props: InputProps<Money | null>) {
  const { t } = useTranslation()
  const { language } = useShell()
  const { value, onChange, field } = props
  const currency = value?.currency ?? 'CNY'
  const known = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES]
  const words = moneyInWords(value, language)
  return (
    <>
      <Space.Compact block>
        <Select className="currency" value={currency} aria-label={t('field.currency', { field: field.label })}
          options={known.map(code => ({ value: code, label: code }))}
          onChange={(next: string) => onChange(value ? { ...value, currency: next } : { amount: '', currency: next })} />
        <InputNumber<string> {...common(props)} stringMode controls={false} className="full" value={value?.amount || null}
          formatter={thousands} parser={shown => (shown ?? '').replaceAll(',', '')}
          onChange={next => onChange(next === null || next === '' ? null : { amount: next, currency })} />
      </Space.Compact>
      {words && <p className="meta in-words">{t('field.inWords', { words })}</p>}
    </>
  )
}

function thousands(amount: string | undefined): string {
  const [whole = '', fraction] = String(amount ?? '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
