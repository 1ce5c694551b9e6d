import type { RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FieldView } from '../fields/FieldView'
import { isEmpty } from '../form/diff'
import { titleOf } from '../titleOf'
import { comparedFields } from './hits'
import type { Pair } from './useDuplicates'

interface Props { type: RecordType; pair: Pair; recall: () => void }

/** Two records that somebody said are not the same, side by side, and the way to take that back. */
export function PairCard({ type, pair, recall }: Props) {
  const { t } = useTranslation()
  const facts = comparedFields(type).filter(field => field.name !== type.titleField)
  const seen = pair.records.every(record => !record.hidden)
  const name = t('duplicates.pair', { a: pairTitle(0), b: pairTitle(1) })
  function pairTitle(index: number) {
    const record = pair.records[index]!
    return record.hidden ? t('duplicates.hidden') : titleOf(record, type)
  }
  return (
    <li className="card pair" aria-label={name}>
      <p className="pair-why"><strong>{t('duplicates.score', { score: pair.score })}</strong>
        <span className="reasons">{pair.reasons.map((reason, index) => <span className="pill" key={reason.field ?? index}>{reason.text}</span>)}</span></p>
      <div className="pair-sides">
        {pair.records.map((record, index) => record.hidden
          ? <p className="muted" key={index}>{t('duplicates.hidden')}</p>
          : (
            <div key={record.id}>
              <Link to={`${type.route}/${record.id}`}>{titleOf(record, type)}</Link>
              <dl className="pair-facts">
                {facts.filter(field => !isEmpty(record[field.name] as string)).map(field => (
                  <div key={field.name}><dt className="meta">{field.label}</dt><dd><FieldView field={field} record={record} compact /></dd></div>
                ))}
              </dl>
            </div>
          ))}
      </div>
      {seen && type.can.includes('update') && (
        <div className="pair-actions"><Button type="text" onClick={recall}>{t('duplicates.recall')}</Button></div>
      )}
    </li>
  )
}
