import type { KindValue } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { kindLabel } from './kinds'

interface Props { values: KindValue[]; scheme: 'tel' | 'mailto'; compact: boolean }

/** Numbers to call or addresses to write to; a list shows the first and how many more there are. */
export function KindList({ values, scheme, compact }: Props) {
  const { t } = useTranslation()
  const link = (value: string) => <a href={`${scheme}:${scheme === 'tel' ? value.replace(/[^\d+,;]/g, '') : value}`}>{value}</a>
  if (compact) {
    return <span>{link(values[0]!.value)}{values.length > 1 && <span className="meta"> +{values.length - 1}</span>}</span>
  }
  return (
    <ul className="kind-list">
      {values.map((row, index) => <li key={index}><span className="meta">{kindLabel(row.kind, t)}</span> {link(row.value)}</li>)}
    </ul>
  )
}
