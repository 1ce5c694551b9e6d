import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, SubnodeOutlined } from '@ant-design/icons'
import { Button, Input, Select, Switch } from 'antd'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { Dot } from '../records/fields/Dot'
import { COLOURS, labelOf, LANGUAGES, parentsFor, type DictionaryValue } from './dictionaries'

interface Props {
  item: DictionaryValue
  items: DictionaryValue[]
  /** How many stand above it. */
  depth: number
  /** Of those under the same parent. */
  first: boolean
  last: boolean
  change: (next: DictionaryValue) => void
  move: (by: 1 | -1) => void
  /** Adds a value below it. */
  grow?: () => void
  drop?: () => void
}

/** One value of a dictionary. */
export function DictionaryRow({ item, items, depth, first, last, change, move, grow, drop }: Props) {
  const { t, i18n } = useTranslation()
  const called = labelOf(item, i18n.language) || t('settings.newValue')
  const put = (part: Partial<DictionaryValue>) => change({ ...item, ...part })
  return (
    <li className={item.retired ? 'dictionary-row retired' : 'dictionary-row'} style={depth > 0 ? { '--depth': Math.min(depth, 6) } as CSSProperties : undefined}>
      <div className="dictionary-order">
        <Button type="text" size="small" disabled={first} icon={<ArrowUpOutlined aria-hidden />} aria-label={t('settings.up', { name: called })} onClick={() => move(-1)} />
        <Button type="text" size="small" disabled={last} icon={<ArrowDownOutlined aria-hidden />} aria-label={t('settings.down', { name: called })} onClick={() => move(1)} />
        {grow && <Button type="text" size="small" icon={<SubnodeOutlined aria-hidden />} aria-label={t('settings.addBelow', { name: called })} title={t('settings.addBelow', { name: called })} onClick={grow} />}
      </div>
      {item.fresh
        ? <Input className="dictionary-value" autoFocus value={item.value} maxLength={63} placeholder={t('settings.value')} aria-label={t('settings.value')} onChange={event => put({ value: event.target.value.trim() })} />
        : <code className="dictionary-value meta">{item.value}</code>}
      {LANGUAGES.map(language => (
        <Input key={language} lang={language} value={item.labels[language] ?? ''} maxLength={120} placeholder={t(`settings.language.${language}`)} aria-label={`${called}: ${t(`settings.language.${language}`)}`}
          onChange={event => put({ labels: { ...item.labels, [language]: event.target.value } })} />
      ))}
      <Select allowClear value={item.parent ?? undefined} placeholder={t('settings.parent')} aria-label={`${called}: ${t('settings.parent')}`} showSearch={{ optionFilterProp: 'label' }}
        options={parentsFor(items, item.value).map(one => ({ value: one.value, label: labelOf(one, i18n.language) }))} onChange={(next?: string) => put({ parent: next ?? null })} />
      <Select allowClear value={item.color ?? undefined} placeholder={t('settings.colour')} aria-label={`${called}: ${t('settings.colour')}`}
        options={COLOURS.map(colour => ({ value: colour, label: <Dot color={colour}>{t(`settings.colour.${colour}`)}</Dot> }))} onChange={(next?: string) => put({ color: next ?? null })} />
      {drop
        ? <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('settings.dropValue')} onClick={drop} />
        : <Switch checked={!item.retired} checkedChildren={t('settings.offered')} unCheckedChildren={t('settings.retired')} aria-label={`${called}: ${t('settings.offered')}`} onChange={on => put({ retired: !on })} />}
    </li>
  )
}
