import type { FieldValue } from '@tenon/sdk'

export interface Change { field: string; label: string; old: FieldValue; new: FieldValue; oldLabel?: string | string[] | null; newLabel?: string | string[] | null }

/** A change as the timeline has it. @param source the way it came; null where not known @param from the merged record it happened to, without id if the member may not see that */
export interface Entry { seq: number | null; at: string; by: string | null; byLabel: string; action: string; source?: string | null; from?: { id: string | null; title: string } | null; changes: Change[] }
