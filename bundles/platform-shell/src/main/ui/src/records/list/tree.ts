import type { RecordData, RecordType } from '@tenon/sdk'

/** The field that names the record above, for types people think of as a tree. */
export function treeField(type: RecordType): string | null {
  if (type.name !== 'identity.department') return null
  return type.fields.find(field => field.name === 'parentId')?.name ?? null
}

/** Rows with children below their parents, and how deep each stands; rows whose parent is not among them are at the top. */
export function treeOrder(rows: RecordData[], parent: string): { rows: RecordData[]; depths: Record<string, number> } {
  const known = new Set(rows.map(row => row.id))
  const children = new Map<string | null, RecordData[]>()
  for (const row of rows) {
    const above = row[parent]
    const key = typeof above === 'string' && known.has(above) && above !== row.id ? above : null
    children.set(key, [...(children.get(key) ?? []), row])
  }
  const ordered: RecordData[] = []
  const depths: Record<string, number> = {}
  const walk = (key: string | null, depth: number) => {
    for (const row of children.get(key) ?? []) {
      ordered.push(row)
      depths[row.id] = depth
      walk(row.id, depth + 1)
    }
  }
  walk(null, 0)
  return { rows: [...ordered, ...rows.filter(row => !(row.id in depths))], depths }
}
