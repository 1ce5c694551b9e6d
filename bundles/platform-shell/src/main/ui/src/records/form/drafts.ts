import type { Values } from '@tenon/sdk'

/** What was entered into a form and not saved. It lies in this tab's memory: a reload keeps it, closing the tab does not. */
export interface Draft {
  values: Values
  /** The version of the record it was entered on; null for a new one. */
  version: number | null
}

const PREFIX = 'tenon.draft.'

export function readDraft(owner: string): Draft | null {
  const text = sessionStorage.getItem(PREFIX + owner)
  return text === null ? null : (JSON.parse(text) as Draft)
}

/** A form too large for the browser's memory goes without. */
export function keepDraft(owner: string, draft: Draft): void {
  try {
    sessionStorage.setItem(PREFIX + owner, JSON.stringify(draft))
  } catch {
    dropDraft(owner)
  }
}

export const dropDraft = (owner: string) => sessionStorage.removeItem(PREFIX + owner)

/** All of them: whoever signs in next must not find them. */
export const dropDrafts = () => draftOwners().forEach(dropDraft)

/** The forms there are drafts of. */
export const draftOwners = (): string[] =>
  Object.keys(sessionStorage).filter(key => key.startsWith(PREFIX)).map(key => key.slice(PREFIX.length))
