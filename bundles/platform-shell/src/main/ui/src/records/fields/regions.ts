import type { DictionaryItem } from '@tenon/sdk'

export interface RegionNode { value: string; label: string; children?: RegionNode[] }

/** The dictionary's items as a tree, in their order. */
export function regionTree(items: DictionaryItem[]): RegionNode[] {
  const nodes = new Map(items.map(item => [item.value, { value: item.value, label: item.label } as RegionNode]))
  const roots: RegionNode[] = []
  for (const item of items) {
    const node = nodes.get(item.value)!
    const parent = item.parent ? nodes.get(item.parent) : undefined
    if (parent) (parent.children ??= []).push(node)
    else roots.push(node)
  }
  return roots
}

/** From the root to the value; just the value when the dictionary does not know it. */
export function regionPath(items: DictionaryItem[], value: string): string[] {
  const parents = new Map(items.map(item => [item.value, item.parent]))
  const path: string[] = []
  for (let at: string | null | undefined = value; at && path.length < 8; at = parents.get(at)) path.unshift(at)
  return path
}
