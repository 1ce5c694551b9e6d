import type { Field, RecordType } from '@tenon/sdk'
import { useMemo, useState } from 'react'

const key = (type: string) => `tenon.columns.${type}`

function stored(type: RecordType): string[] | null {
  try {
    return JSON.parse(localStorage.getItem(key(type.name)) ?? 'null') as string[] | null
  } catch {
    return null
  }
}

/** The columns a type shows unless asked otherwise: the title first, then those with a place. */
export function defaultColumns(type: RecordType): string[] {
  const placed = type.fields.filter(field => field.list > 0 && field.name !== type.titleField).sort((a, b) => a.list - b.list)
  return [type.titleField, ...placed.map(field => field.name)]
}

/** The dictionaries whose colours the columns show. */
export function choicesOf(columns: Field[]): string[] {
  return [...new Set(columns.flatMap(column => (column.type === 'choice' && column.dictionary ? [column.dictionary] : [])))]
}

/** The shown columns, as this browser remembers them; the title always stands first. */
export function useColumns(type: RecordType): { columns: Field[]; names: string[]; choose: (names: string[] | null) => void } {
  const [names, setNames] = useState(() => stored(type) ?? defaultColumns(type))
  const columns = useMemo(() => {
    const wanted = [type.titleField, ...names.filter(name => name !== type.titleField)]
    return wanted.flatMap(name => type.fields.find(field => field.name === name) ?? [])
  }, [type, names])
  const choose = (next: string[] | null) => {
    if (next) localStorage.setItem(key(type.name), JSON.stringify(next))
    else localStorage.removeItem(key(type.name))
    setNames(next ?? defaultColumns(type))
  }
  return { columns, names, choose }
}
