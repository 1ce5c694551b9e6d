import type { RecordData, TypeSummary } from '@tenon/sdk'

/** What a record is called: the server's title, else its title field, else its id. */
export function titleOf(record: RecordData, type: Pick<TypeSummary, 'titleField'>): string {
  const own = record[type.titleField]
  return record._title || (typeof own === 'string' && own) || record.id
}
