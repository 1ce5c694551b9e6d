import type { Values } from '@tenon/sdk'
import { useEffect, useState } from 'react'
import { dropDraft, keepDraft, readDraft, type Draft } from './drafts'

export interface Kept {
  /** What was found when the form opened, null for nothing. */
  found: Draft | null
  /** Remembers what is entered; nothing entered, nothing kept. */
  keep: (values: Values) => void
}

/** The draft of one form, which leaving the form on purpose drops. @param version of the record that is edited, null for a new one */
export function useDraft(owner: string, version: number | null): Kept {
  const [found] = useState(() => readDraft(owner))
  const from = found?.version ?? version
  useEffect(() => () => dropDraft(owner), [owner])
  return {
    found,
    keep: values => (Object.keys(values).length > 0 ? keepDraft(owner, { values, version: from }) : dropDraft(owner)),
  }
}
