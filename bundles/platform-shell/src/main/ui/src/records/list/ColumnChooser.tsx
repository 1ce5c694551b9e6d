import { ArrowDownOutlined, ArrowUpOutlined, TableOutlined } from '@ant-design/icons'
import type { RecordType } from '@tenon/sdk'
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props { type: RecordType; names: string[]; choose: (names: string[] | null) => void }

const HARD_TO_READ_IN_A_ROW = new Set(['longText', 'richText'])

/** Which columns, in which order. */
export function ColumnChooser({ type, names, choose }: Props) {
  const { t } = useTranslation()
  const shown = names.filter(name => name !== type.titleField && type.fields.some(field => field.name === name))
  const rest = type.fields.filter(field => !HARD_TO_READ_IN_A_ROW.has(field.type) && field.name !== type.titleField && !shown.includes(field.name))
  const label = (name: string) => type.fields.find(field => field.name === name)?.label ?? name
  const move = (index: number, by: number) => {
    const next = [...shown]
    next.splice(index + by, 0, next.splice(index, 1)[0]!)
    choose(next)
  }
  const content = (
    <div className="columns">
      <ul aria-label={t('columns.shown')}>
        {shown.map((name, index) => (
          <li key={name}>
            <Checkbox checked onChange={() => choose(shown.filter(other => other !== name))}>{label(name)}</Checkbox>
            <span>
              <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} disabled={index === 0} aria-label={t('columns.up', { column: label(name) })} onClick={() => move(index, -1)} />
              <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} disabled={index === shown.length - 1} aria-label={t('columns.down', { column: label(name) })} onClick={() => move(index, 1)} />
            </span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <ul aria-label={t('columns.hidden')}>
          {rest.map(field => <li key={field.name}><Checkbox checked={false} onChange={() => choose([...shown, field.name])}>{field.label}</Checkbox></li>)}
        </ul>
      )}
      <Button type="link" size="small" onClick={() => choose(null)}>{t('columns.reset')}</Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content} title={t('columns.title')}>
      <Button icon={<TableOutlined aria-hidden />} aria-label={t('columns.title')} aria-haspopup="dialog" />
    </Popover>
  )
}
