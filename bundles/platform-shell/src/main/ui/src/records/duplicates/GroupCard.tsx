import { type RecordType } from '@tenon/sdk'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FieldView } from '../fields/FieldView'
import { isEmpty } from '../form/diff'
import { titleOf } from '../titleOf'
import { comparedFields } from './hits'
import type { Group, GroupPair } from './useDuplicates'

/** Records that one merge makes one of. */
const MOST = 5

interface Props { type: RecordType; group: Group; dismiss: (pair: GroupPair) => void }

/** Records that are probably all the same: which to merge, and which of them are not. */
export function GroupCard({ type, group, dismiss }: Props) {
  const { t } = useTranslation()
  const { records, pairs, hidden } = group
  const [left, setLeft] = useState<string[]>(() => records.slice(MOST).map(record => record.id))
  const chosen = records.map(record => record.id).filter(id => !left.includes(id))
  const facts = comparedFields(type).filter(field => field.name !== type.titleField)
  const titles = new Map(records.map(record => [record.id, titleOf(record, type)]))
  const merges = type.can.includes('update') && type.can.includes('delete') && records.length > 1
  const name = t('duplicates.group', { title: titles.get(records[0]!.id), count: records.length + hidden })
  const toggle = (id: string, on: boolean) => setLeft(on ? left.filter(other => other !== id) : [...left, id])
  return (
    <li className="card pair" aria-label={name}>
      <p className="pair-why"><strong>{t('duplicates.groupCount', { count: records.length + hidden })}</strong>
        <span className="meta">{t('duplicates.score', { score: group.score })}</span>
        {group.more && <span className="meta">{t('duplicates.groupMore')}</span>}</p>
      <ul className="group-records">
        {records.map(record => (
          <li key={record.id}>
            {merges && <Checkbox checked={!left.includes(record.id)} aria-label={t('duplicates.choose', { title: titles.get(record.id) })}
              disabled={left.includes(record.id) && chosen.length >= MOST} onChange={event => toggle(record.id, event.target.checked)} />}
            <div>
              <Link to={`${type.route}/${record.id}`}>{titles.get(record.id)}</Link>
              <dl className="pair-facts">
                {facts.filter(field => !isEmpty(record[field.name] as string)).map(field => (
                  <div key={field.name}><dt className="meta">{field.label}</dt><dd><FieldView field={field} record={record} compact /></dd></div>
                ))}
              </dl>
            </div>
          </li>
        ))}
        {hidden > 0 && <li className="muted">{t('duplicates.groupHidden', { count: hidden })}</li>}
      </ul>
      {merges && (
        <div className="pair-actions">
          {chosen.length > 1
            ? <Link className="button-link" to={`${type.route}/merge?ids=${chosen.join(',')}`}>{t(chosen.length === records.length ? 'duplicates.mergeAll' : 'duplicates.mergeChosen', { count: chosen.length })}</Link>
            : <span className="meta">{t('duplicates.chooseTwo')}</span>}
          {records.length > MOST && <span className="meta">{t('duplicates.mergeMost', { count: MOST })}</span>}
        </div>
      )}
      {pairs.length > 0 && (
        <details className="group-why" open={pairs.length === 1}>
          <summary>{t('duplicates.why', { count: pairs.length })}</summary>
          <ul>
            {pairs.map(pair => {
              const [a, b] = pair.ids
              const both = t('duplicates.pair', { a: titles.get(a), b: titles.get(b) })
              return (
                <li key={pair.ids.join()}>
                  <div><span>{both}</span> <span className="meta">{t('duplicates.score', { score: pair.score })}</span>
                    <span className="reasons">{pair.reasons.map((reason, index) => <span className="pill" key={reason.field ?? index}>{reason.text}</span>)}</span></div>
                  {type.can.includes('update') && <Button size="small" aria-label={`${t('duplicates.dismiss')}: ${both}`} onClick={() => dismiss(pair)}>{t('duplicates.dismiss')}</Button>}
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </li>
  )
}
