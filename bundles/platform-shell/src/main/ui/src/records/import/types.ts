import type { FieldValue } from '@tenon/sdk'

export type State = 'draft' | 'waiting' | 'checking' | 'checked' | 'running' | 'done' | 'undoing' | 'undone' | 'cancelled' | 'failed'
export type Phase = 'draft' | 'check' | 'checked' | 'run' | 'done' | 'undo' | 'undone'
export type Outcome = 'created' | 'updated' | 'unchanged' | 'skipped' | 'refused'
export type Counts = Record<Outcome | 'read' | 'linked' | 'undone' | 'kept', number>

export interface ImportBrief {
  id: string
  type: string
  /** Whose it is. */
  member: { id: string; title: string }
  own: boolean
  fileName: string
  state: State
  phase: Phase
  rows: number
  counts: Counts
  problem: string | null
  can: ('change' | 'check' | 'run' | 'cancel' | 'undo' | 'delete')[]
  createdAt: string
  endedAt: string | null
  /** Until when it can be taken back; false once that is over. */
  keptUntil: string
  kept: boolean
}

export interface ColumnRule { column: number; to: string; format: string | null; by: string | null; separator: string | null }

export interface Options {
  encoding: string | null
  delimiter: string | null
  sheet: string | null
  headerRow: number
  columns: ColumnRule[]
  defaults: Record<string, FieldValue>
  mode: 'create' | 'update' | 'createOrUpdate'
  match: string[]
  duplicates: 'skip' | 'update' | 'create'
  blanks: 'keep' | 'clear'
  lists: 'add' | 'replace'
}

export interface Look {
  format: 'csv' | 'xlsx'
  encoding: string | null
  delimiter: string | null
  sheets: { name: string; hidden: boolean }[]
  sheet: string | null
  headerRow: number
  headers: string[]
  rows: number
  first: { line: number; cells: string[] }[]
}

export interface Target { key: string; label: string; field: string; type: string; required: boolean; companion: string | null; by: { name: string; label: string }[] }

export interface ImportFull extends ImportBrief {
  remembered: boolean
  look: Look
  options: Options
  targets: Target[]
  /** Columns that look like fields which no file fills, with the reason. */
  closed: { column: number; field: string; reason: string }[]
  match: { name: string; label: string }[]
}

export interface Change { field: string; label: string; old: FieldValue; new: FieldValue; oldLabel?: string | string[]; newLabel?: string | string[] }

export interface ImportRow {
  line: number
  outcome: Outcome
  type: string
  record: string | null
  title: string | null
  changes: Change[]
  errors: { header: string; field: string; value: string; reason: string }[]
  others: { id: string; title: string }[]
  hidden: number
  twin: number | null
  cells: string[] | null
  undone: 'undone' | 'kept' | null
  undoReason: string | null
}

/** Outcomes in the order people ask for them. */
export const OUTCOMES: Outcome[] = ['created', 'updated', 'unchanged', 'skipped', 'refused']

/** True while a job works on it. */
export const isActive = (of: ImportBrief) => of.can.includes('cancel')
