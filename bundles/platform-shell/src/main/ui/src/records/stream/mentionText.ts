import type { Mention } from './types'

const TOKEN = /@\[([0-9A-Za-z]{13})\]/g

/** What was typed, with the names that were picked as references. Longer names first: one may begin with another. */
export function toBody(text: string, picked: Mention[]): string {
  return [...picked].sort((a, b) => b.name.length - a.name.length)
    .reduce((body, { id, name }) => (name === '' ? body : body.replaceAll(`@${name}`, `@[${id}]`)), text)
}

/** What stands in the composer while a comment is rewritten. */
export function toText(body: string, mentions: Mention[]): string {
  return body.replace(TOKEN, (token, id: string) => nameOf(id, mentions, name => `@${name}`, token))
}

/** The comment's pieces: plain text, and whom it mentions. */
export function parts(body: string, mentions: Mention[]): (string | Mention)[] {
  const pieces: (string | Mention)[] = []
  let from = 0
  for (const match of body.matchAll(TOKEN)) {
    const mention = mentions.find(known => known.id === match[1]!.toUpperCase())
    if (!mention?.name) continue
    if (match.index > from) pieces.push(body.slice(from, match.index))
    pieces.push(mention)
    from = match.index + match[0].length
  }
  if (from < body.length) pieces.push(body.slice(from))
  return pieces
}

function nameOf(id: string, mentions: Mention[], known: (name: string) => string, unknown: string): string {
  const name = mentions.find(mention => mention.id === id.toUpperCase())?.name
  return name ? known(name) : unknown
}
