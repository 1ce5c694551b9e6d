import type { DictionaryItem } from '@tenon/sdk'
import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { common, type InputProps } from './props'

interface Node { value: string; title: string; disabled?: boolean; children?: Node[] }

/** One value of a dictionary whose values stand below each other. */
export function TreeInput({ items, ...props }: InputProps<string | null> & { items: DictionaryItem[] }) {
  const { value, onChange, label, field } = props
  const tree = useMemo(() => nodes(items, value), [items, value])
  const known = value === null || value === undefined || items.some(item => item.value === value)
  return (
    <TreeSelect {...common(props)} className="full" treeData={known ? tree : [...tree, { value, title: [label ?? value].flat()[0]! }]} value={value ?? undefined}
      allowClear={!field.required} showSearch treeNodeFilterProp="title" treeDefaultExpandAll={items.length <= 50} treeLine
      onChange={(next: string | undefined) => onChange(next ?? null)} />
  )
}

/** Values no longer offered stay where something below them is offered, but cannot be chosen. */
export function nodes(items: DictionaryItem[], chosen: string | null | undefined, parent: string | null = null, depth = 0): Node[] {
  if (depth > 8) return []
  return items.filter(item => item.parent === parent).flatMap(item => {
    const children = nodes(items, chosen, item.value, depth + 1)
    if (item.retired && item.value !== chosen && children.length === 0) return []
    return [{ value: item.value, title: item.label, disabled: item.retired && item.value !== chosen ? true : undefined, children: children.length > 0 ? children : undefined }]
  })
}
