import type { ViewColumn } from './views'

/** Columns as they stand in the address: `name:240,kind`. */
export function readColumns(text: string | null): ViewColumn[] | null {
  if (!text) return null
  return text.split(',').filter(Boolean).map(part => {
    const [name = '', width] = part.split(':')
    return { name: decodeURIComponent(name), width: Number(width) >= 40 ? Math.min(2000, Math.round(Number(width))) : null }
  })
}

export function writeColumns(columns: ViewColumn[]): string {
  return columns.map(({ name, width }) => encodeURIComponent(name) + (width ? `:${width}` : '')).join(',')
}
