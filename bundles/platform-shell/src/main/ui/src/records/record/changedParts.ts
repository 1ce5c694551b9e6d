/** Signs shown at either side of what changed. */
const AROUND = 20
const SHORT = 80

/** Two states of a long text cut down to where they differ, with a little of what stands around it; short ones are left whole. */
export function changedParts(before: string, after: string): [string, string] {
  if (before === '' || after === '' || Math.max(before.length, after.length) <= SHORT) return [before, after]
  const [old, now] = [[...before], [...after]]
  const least = Math.min(old.length, now.length)
  let start = 0
  while (start < least && old[start] === now[start]) start++
  let end = 0
  while (end < least - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++
  const from = Math.max(0, start - AROUND)
  const rest = Math.max(0, end - AROUND)
  const part = (text: string[]) => (from > 0 ? '…' : '') + text.slice(from, text.length - rest).join('') + (rest > 0 ? '…' : '')
  return [part(old), part(now)]
}
