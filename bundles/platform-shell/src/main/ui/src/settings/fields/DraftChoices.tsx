import { Select, TreeSelect } from 'antd'
import { Dot } from '../../records/fields/Dot'
import { nodes } from '../../records/fields/TreeInput'
import { labelOf, type Draft } from './definitions'

interface Props { id: string; draft: Draft; language: string; value: string | string[] | null; change: (value: string | string[] | null) => void }

/** Chooses among the options of a field that is being written. New ones have a value only once they are saved; until then they cannot be a default. */
export function DraftChoices({ id, draft, language, value, change }: Props) {
  const options = (draft.options ?? []).filter(option => !option.retired && option.value)
  if (draft.kind === 'treeChoice') {
    const items = options.map(option => ({ value: option.value ?? '', label: labelOf(option.labels, language), parent: option.parent ?? null, color: null }))
    return <TreeSelect id={id} className="full" treeData={nodes(items, [])} treeDefaultExpandAll allowClear value={typeof value === 'string' ? value : undefined} onChange={(next?: string) => change(next ?? null)} />
  }
  return (
    <Select id={id} className="full" allowClear mode={draft.kind === 'multiChoice' ? 'multiple' : undefined} value={value ?? undefined}
      onChange={(next?: string | string[]) => change(next === undefined || next.length === 0 ? null : next)} options={options.map(option => {
        const text = labelOf(option.labels, language)
        return { value: option.value, label: option.color ? <Dot color={option.color}>{text}</Dot> : text }
      })} />
  )
}
