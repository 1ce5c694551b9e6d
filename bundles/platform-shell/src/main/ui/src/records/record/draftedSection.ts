import { draftOwners } from '../form/drafts'

/** The name under which the draft of a section lies. */
export const draftOwner = (type: { name: string }, id: string, section: string) => `${type.name} ${id} ${section}`

/** The section that was being edited when the page was loaded anew, null for none. */
export function draftedSection(type: { name: string }, id: string): string | null {
  const prefix = draftOwner(type, id, '')
  return draftOwners().find(owner => owner.startsWith(prefix))?.slice(prefix.length) ?? null
}
