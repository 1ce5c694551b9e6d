import type { Conflict, Values } from '@tenon/sdk'
import { same } from '../form/diff'

export type Side = 'mine' | 'theirs'

/** The fields both sides changed, to different values; what only one side touched needs no choice. */
export const disputes = (conflict: Conflict, patch: Values) =>
  conflict.fields.filter(({ field, base, yours, theirs }) => field in patch && !same(base, theirs) && !same(yours, theirs))

/** The fields of the patch that are stored whatever is chosen. */
export const undisputed = (conflict: Conflict, patch: Values) => {
  const disputed = new Set(disputes(conflict, patch).map(({ field }) => field))
  return Object.keys(patch).filter(name => !disputed.has(name))
}

/** The patch to store on the new version: mine where nothing else was chosen. */
export const chosen = (patch: Values, sides: Record<string, Side>): Values =>
  Object.fromEntries(Object.entries(patch).filter(([name]) => sides[name] !== 'theirs'))
