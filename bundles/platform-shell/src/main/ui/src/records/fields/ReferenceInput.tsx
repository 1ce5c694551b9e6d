import { PlusOutlined } from '@ant-design/icons'
import { useOptions, useRecordTypes } from '@tenon/sdk'
import { Select } from 'antd'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { common, type InputProps } from './props'
import { useTitles } from './useTitles'

const QuickCreate = lazy(() => import('../QuickCreate').then(module => ({ default: module.QuickCreate })))

/** Stands among the choices for a record that is not there yet. */
const NEW = 'new'

interface Props extends InputProps<string | string[] | null> { type: string; multiple?: boolean }

interface Choice { value: string; label: string; hint?: string | null }

/** A record of another type, found by its title, or made on the spot. */
export function ReferenceInput({ type, multiple = false, ...props }: Props) {
  const { t } = useTranslation()
  const { value, onChange, label } = props
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [quick, setQuick] = useState<string | null>(null)
  const { data: types } = useRecordTypes()
  const creatable = types?.find(known => known.name === type && known.can.includes('create') && known.area !== 'identity')
  const [picked, setPicked] = useState<Record<string, string>>({})
  const { data: options, isFetching } = useOptions(type, useDeferredValue(text), open)
  const ids = value === null || value === undefined ? [] : [value].flat()
  const given = label === undefined ? [] : [label].flat()
  const unnamed = ids.filter((id, index) => !picked[id] && !given[index])
  const titles = useTitles(type, unnamed)
  const named = ids.map((id, index): Choice => ({ value: id, label: picked[id] ?? titles[id] ?? given[index] ?? id }))
  const found = (options ?? []).map((option): Choice => ({ value: option.id, label: option.title, hint: option.hint }))
  const made = (id: string, title: string) => {
    setPicked(known => ({ ...known, [id]: title }))
    onChange(multiple ? [...ids, id] : id)
    setQuick(null)
  }
  const fresh = creatable && open && !isFetching ? [{ value: NEW, label: text.trim() === '' ? t('quick.create', { type: creatable.label }) : t('quick.createNamed', { type: creatable.label, name: text.trim() }) }] : []
  const shown = text === '' ? [...named.filter(choice => !found.some(other => other.value === choice.value)), ...found] : found

  return (
    <>
      <Select<string | string[], Choice> {...common(props)} className="full" mode={multiple ? 'multiple' : undefined} allowClear={!props.field.required}
        showSearch={{ filterOption: false, onSearch: setText, searchValue: text }} loading={isFetching} notFoundContent={isFetching ? t('field.searching') : t('field.nothingFound')}
        value={multiple ? ids : ids[0] ?? null} options={[...shown, ...fresh]} onOpenChange={setOpen}
        labelRender={({ value: id, label: title }) => title ?? named.find(choice => choice.value === id)?.label ?? String(id)}
        optionRender={option => <span className="option">{option.data.value === NEW && <PlusOutlined aria-hidden />}{option.data.label}{option.data.hint && <span className="meta">{option.data.hint}</span>}</span>}
        onChange={(next, chosen) => {
          if ([next].flat().includes(NEW)) return setQuick(text.trim())
          setText('')
          setPicked(known => ({ ...known, ...Object.fromEntries([chosen ?? []].flat().map(choice => [choice.value, choice.label])) }))
          onChange(next ?? null)
        }} />
      {quick !== null && <Suspense fallback={null}><QuickCreate type={type} name={quick} made={made} close={() => setQuick(null)} /></Suspense>}
    </>
  )
}
