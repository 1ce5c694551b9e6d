import { useOptions } from '@tenon/sdk'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { common, type InputProps } from './props'
import { useTitles } from './useTitles'

interface Props extends InputProps<string | string[] | null> { type: string; multiple?: boolean }

interface Choice { value: string; label: string; hint?: string | null }

/** A record of another type, found by the beginning of its title. */
export function ReferenceInput({ type, multiple = false, ...props }: Props) {
  const { t } = useTranslation()
  const { value, onChange, label } = props
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<Record<string, string>>({})
  const { data: options, isFetching } = useOptions(type, useDeferredValue(text), open)
  const ids = value === null || value === undefined ? [] : [value].flat()
  const given = label === undefined ? [] : [label].flat()
  const unnamed = ids.filter((id, index) => !picked[id] && !given[index])
  const titles = useTitles(type, unnamed)
  const named = ids.map((id, index): Choice => ({ value: id, label: picked[id] ?? titles[id] ?? given[index] ?? id }))
  const found = (options ?? []).map((option): Choice => ({ value: option.id, label: option.title, hint: option.hint }))
  const shown = text === '' ? [...named.filter(choice => !found.some(other => other.value === choice.value)), ...found] : found

  return (
    <Select<string | string[], Choice> {...common(props)} className="full" mode={multiple ? 'multiple' : undefined} allowClear={!props.field.required}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }} loading={isFetching} notFoundContent={isFetching ? t('field.searching') : t('field.nothingFound')}
      value={multiple ? ids : ids[0]} options={shown} onOpenChange={setOpen}
      labelRender={({ value: id, label: title }) => title ?? named.find(choice => choice.value === id)?.label ?? String(id)}
      optionRender={option => <span className="option">{option.data.label}{option.data.hint && <span className="meta">{option.data.hint}</span>}</span>}
      onChange={(next, chosen) => {
        setText('')
        setPicked(known => ({ ...known, ...Object.fromEntries([chosen ?? []].flat().map(choice => [choice.value, choice.label])) }))
        onChange(next ?? null)
      }} />
  )
}
