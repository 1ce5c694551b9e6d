import { ArrowDownOutlined, ArrowUpOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Dot } from '../../records/fields/Dot'
import { labelOf, LANGUAGES, type Choice } from './definitions'

interface Props { options: Choice[]; tree: boolean; language: string; change: (options: Choice[]) => void }

const COLORS = ['green', 'amber', 'red', 'blue', 'grey']

/** The values of a choice, in the order they are offered. Used ones are retired rather than removed. */
export function OptionsEditor({ options, tree, language, change }: Props) {
  const { t } = useTranslation()
  const set = (at: number, part: Partial<Choice>) => change(options.map((option, index) => (index === at ? { ...option, ...part } : option)))
  const swap = (at: number, step: number) => {
    const next = [...options]
    ;[next[at], next[at + step]] = [next[at + step]!, next[at]!]
    change(next)
  }
  return (
    <fieldset className="options-editor">
      <legend>{t('define.options')}</legend>
      {options.map((option, at) => {
        const name = labelOf(option.labels, language) || String(at + 1)
        return (
          <div key={at} className="option-row" role="group" aria-label={name}>
            {LANGUAGES.map(tag => (
              <Input key={tag} lang={tag} aria-label={`${name}: ${t(`define.language.${tag}`)}`} placeholder={t(`define.language.${tag}`)} maxLength={100} value={option.labels[tag] ?? ''}
                onChange={event => set(at, { labels: { ...option.labels, [tag]: event.target.value } })} />
            ))}
            <Select aria-label={`${name}: ${t('define.color')}`} placeholder={t('define.color')} value={option.color ?? undefined} allowClear
              options={COLORS.map(color => ({ value: color, label: <Dot color={color}>{t(`define.color.${color}`)}</Dot> }))} onChange={(color?: string) => set(at, { color: color ?? null })} />
            {tree && (
              <Select aria-label={`${name}: ${t('define.parent')}`} placeholder={t('define.parent')} value={option.parent ?? undefined} allowClear showSearch={{ optionFilterProp: 'label' }}
                options={options.filter(other => other !== option && other.value).map(other => ({ value: other.value!, label: labelOf(other.labels, language) }))}
                onChange={(parent?: string) => set(at, { parent: parent ?? null })} />
            )}
            <Checkbox checked={option.retired ?? false} onChange={event => set(at, { retired: event.target.checked })}>{t('define.retired')}</Checkbox>
            <span className="option-actions">
              <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} aria-label={t('define.up', { name })} disabled={at === 0} onClick={() => swap(at, -1)} />
              <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} aria-label={t('define.down', { name })} disabled={at === options.length - 1} onClick={() => swap(at, 1)} />
            </span>
          </div>
        )
      })}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => change([...options, { labels: {}, value: freeValue(options) }])}>{t('define.addOption')}</Button>
    </fieldset>
  )
}

/** A value nobody has: values are for machines, labels for people. */
function freeValue(options: Choice[]): string {
  let number = options.length + 1
  while (options.some(option => option.value === `v${number}`)) number++
  return `v${number}`
}
