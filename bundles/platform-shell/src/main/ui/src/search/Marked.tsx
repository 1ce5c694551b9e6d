import type { Mark } from './useQuickSearch'

/** A text with the places that were found in bold. */
export function Marked({ text, marks }: { text: string; marks: Mark[] }) {
  return <>{pieces(text, marks).map(({ from, piece, found }) => (found ? <mark key={from}>{piece}</mark> : piece))}</>
}

/** The text in pieces, found and not found by turns; marks outside of it are left out. */
export function pieces(text: string, marks: Mark[]): { from: number; piece: string; found: boolean }[] {
  const all: { from: number; piece: string; found: boolean }[] = []
  let done = 0
  for (const [from, to] of marks) {
    if (from < done || to > text.length || from >= to) continue
    if (from > done) all.push({ from: done, piece: text.slice(done, from), found: false })
    all.push({ from, piece: text.slice(from, to), found: true })
    done = to
  }
  if (done < text.length) all.push({ from: done, piece: text.slice(done), found: false })
  return all
}
