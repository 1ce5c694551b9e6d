import type { RecordType } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FieldView } from '../fields/FieldView'
import { isEmpty } from '../form/diff'
import { titleOf } from '../titleOf'
import { comparedFields } from './hits'
import type { Pair } from './usePairs'

interface Props { type: RecordType; pair: Pair; dismissed: boolean; dismiss: () => void; recall: () => void }

/** Two records side by side, what speaks for their being one, and what to do about it. */
export function PairCard({ type, pair, dismissed, dismiss, recall }: Props) {
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
      {seen && (
        <div className="pair-actions">
          {!dismissed && type.can.includes('update') && type.can.includes('delete') &&
            <Link className="button-link" to={`${type.route}/merge?ids=${pair.records.map(record => record.id).join(',')}`} aria-label={`${t('duplicates.merge')}: ${name}`}>{t('duplicates.merge')}</Link>}
          {type.can.includes('update') && <Button type="text" onClick={dismissed ? recall : dismiss}>{t(dismissed ? 'duplicates.recall' : 'duplicates.dismiss')}</Button>}
        </div>
      )}
    </li>
  )
}
