import type { Entry } from '../record/entry'

export interface Mention { id: string; name: string }

export interface Comment {
  id: string
  by: string | null
  byLabel: string
  body: string
  mentions: Mention[]
  createdAt: string
  editedAt: string | null
  removed: boolean
  pinned: boolean
  files: FileInfo[]
  can: ('edit' | 'remove' | 'pin')[]
  unreached?: Mention[]
}

export interface FileInfo { id?: string; name: string; contentType?: string; size?: number; inline?: boolean; present?: boolean; byLabel?: string; createdAt?: string }

export interface StreamEntry extends Entry {
  kind: 'change' | 'comment' | 'file' | 'related'
  comment?: Comment
  file?: FileInfo
  record?: { type: string; label: string; id: string; route: string; title: string }
}

export interface StreamPage { pinned?: Comment[]; items: StreamEntry[]; next: string | null }

export const KINDS = ['change', 'comment', 'file', 'related'] as const
