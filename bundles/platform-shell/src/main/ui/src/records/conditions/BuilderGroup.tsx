import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Field, RecordType } from '@tenon/sdk'
import { Button, Checkbox, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { BuilderTest } from './BuilderTest'
import { emptyGroup, type Clause, type GroupClause } from './clauses'

interface Props { type: RecordType; fields: Field[]; group: GroupClause; place?: string; change: (group: GroupClause) => void; drop?: () => void }

/** Server and browser allow ten levels; nobody reads more than four. */
const DEEPEST = 4

/** All or any of its parts, or not that; groups within groups. */
export function BuilderGroup({ type, fields, group, place = '', change, drop }: Props) {
  const { t } = useTranslation()
  const depth = place === '' ? 0 : place.split('.').length
  const put = (at: number, part: Clause | null) => change({ ...group, parts: group.parts.flatMap((known, index) => (index === at ? part ?? [] : [known])) })
  const add = (part: Clause) => change({ ...group, parts: [...group.parts, part] })
  return (
    <fieldset className="builder-group">
      <legend className="visually-hidden">{t('builder.group', { place: place || '1' })}</legend>
      <div className="builder-head">
        <Segmented<'and' | 'or'> size="small" aria-label={t('builder.join')} value={group.join} onChange={join => change({ ...group, join })}
          options={[{ value: 'and', label: t('builder.and') }, { value: 'or', label: t('builder.or') }]} />
        <Checkbox checked={group.not} onChange={event => change({ ...group, not: event.target.checked })}>{t('builder.not')}</Checkbox>
        {drop && <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('builder.dropGroup', { place })} onClick={drop} />}
      </div>
      <ul className="builder-parts">
        {group.parts.map((part, index) => {
          const here = place === '' ? String(index + 1) : `${place}.${index + 1}`
          return (
            <li key={index}>
              {part.kind === 'group' && <BuilderGroup type={type} fields={fields} group={part} place={here} change={next => put(index, next)} drop={() => put(index, null)} />}
              {part.kind === 'test' && <BuilderTest type={type} fields={fields} filter={part.filter} place={here} change={filter => put(index, { kind: 'test', filter })} drop={() => put(index, null)} />}
              {part.kind === 'raw' && (
                <div className="builder-test">
                  <code>{JSON.stringify(part.condition)}</code>
                  <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('builder.drop', { place: here })} onClick={() => put(index, null)} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <div className="builder-add">
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({ kind: 'test', filter: { field: '', operator: 'empty', values: [] } })}>{t('builder.addTest')}</Button>
        {depth < DEEPEST && <Button size="small" type="text" icon={<PlusOutlined aria-hidden />} onClick={() => add(emptyGroup())}>{t('builder.addGroup')}</Button>}
      </div>
    </fieldset>
  )
}
