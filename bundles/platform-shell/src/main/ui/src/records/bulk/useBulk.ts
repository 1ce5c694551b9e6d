import { api, type RecordType } from '@tenon/sdk'
import { order, type BulkAction, type Selection } from './selection'

/** Submits a bulk change and answers its job. */
export function useBulk(type: RecordType, selection: Selection) {
  return async (action: BulkAction, values?: Record<string, unknown>, along = false): Promise<string> =>
    (await api.post<{ job: { id: string } }>('/api/records/bulk', { ...order(type.name, action, selection, values), along: along || undefined })).job.id
}
