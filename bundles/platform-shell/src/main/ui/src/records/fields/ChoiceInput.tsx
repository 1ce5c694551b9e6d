import { useDictionary } from '@tenon/sdk'
import { Select } from 'antd'
import { Dot } from './Dot'
import { TreeInput } from './TreeInput'
import { common, type InputProps } from './props'

/** One or several of a dictionary; tags take new words too. */
export function ChoiceInput(props: InputProps<string | string[] | null>) {
  const { field, value, onChange, label } = props
  const { data: items } = useDictionary(field.dictionary)
  const many = field.type !== 'choice'
  if (field.type !== 'tags' && items?.some(item => item.parent)) return <TreeInput {...props} items={items} />
  const chosen = many ? (value as string[] | null) ?? [] : value
  const missing = missingOptions(chosen, items?.map(item => item.value), label)
  const options = [
    ...missing,
    ...(items ?? []).filter(item => !item.retired || [chosen].flat().includes(item.value)).map(item => ({ value: item.value, text: item.label, label: item.color ? <Dot color={item.color}>{item.label}</Dot> : item.label })),
  ]
  return (
    <Select {...common(props)} className="full" value={chosen ?? undefined} options={options} allowClear={!field.required} showSearch={{ optionFilterProp: 'text' }}
      mode={field.type === 'tags' ? 'tags' : many ? 'multiple' : undefined} tokenSeparators={many ? [',', '，', ';', '；'] : undefined}
      onChange={(next: string | string[] | undefined) => onChange(next ?? null)} />
  )
}

/** A value that is no longer in the dictionary is shown by the server's text, not by its code. */
function missingOptions(chosen: string | string[] | null | undefined, known: string[] | undefined, label?: string | string[]) {
  const values = chosen ? [chosen].flat() : []
  const texts = label === undefined ? [] : [label].flat()
  return values.flatMap((value, index) => (known?.includes(value) ? [] : [{ value, text: texts[index] ?? value, label: texts[index] ?? value }]))
}
