import type { DictionaryItem } from '@tenon/sdk'
import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { common, type InputProps } from './props'

interface Node { value: string; title: string; disabled?: boolean; children?: Node[] }

/** One value, or several, of a dictionary whose values stand below each other. */
export function TreeInput({ items, ...props }: InputProps<string | string[] | null> & { items: DictionaryItem[] }) {
  const { value, onChange, label, field } = props
  const many = field.type !== 'choice'
  const tree = useMemo(() => {
    const chosen = value ? [value].flat() : []
    const texts = label === undefined ? [] : [label].flat()
    const gone = chosen.flatMap((one, index) => (items.some(item => item.value === one) ? [] : [{ value: one, title: texts[index] ?? one }]))
    return [...nodes(items, chosen), ...gone]
  }, [items, value, label])
  return (
    <TreeSelect<string | string[]> {...common(props)} className="full" treeData={tree} value={value ?? undefined} multiple={many}
      allowClear={!field.required} showSearch treeNodeFilterProp="title" treeDefaultExpandAll={items.length <= 50} treeLine
      onChange={(next: string | string[] | undefined) => onChange(next ?? null)} />
  )
}

/** Values no longer offered stay where something below them is offered, but cannot be chosen. */
export function nodes(items: DictionaryItem[], chosen: string[], parent: string | null = null, depth = 0): Node[] {
  if (depth > 8) return []
  return items.filter(item => item.parent === parent).flatMap(item => {
    const children = nodes(items, chosen, item.value, depth + 1)
    const kept = !item.retired || chosen.includes(item.value)
    if (!kept && children.length === 0) return []
    return [{ value: item.value, title: item.label, disabled: kept ? undefined : true, children: children.length > 0 ? children : undefined }]
  })
}
