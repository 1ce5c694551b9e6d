import { api } from '@tenon/sdk'
import type { FileInfo } from './types'

/** Keeps a file for the member; it goes after a day unless a record gets it. */
export function keepFile(file: File): Promise<FileInfo> {
  const form = new FormData()
  form.append('file', file)
  return api.post<FileInfo>('/api/files', form)
}
