/** The line to the server: whether it is there, and who waits for it. */

let lost: { back: Promise<void>; found: () => void } | null = null
const listeners = new Set<() => void>()

const tell = () => listeners.forEach(listener => listener())

/** Nobody answered. Whoever wants to write waits from now on. */
export function lineLost(): void {
  if (lost) return
  let found = () => {}
  const back = new Promise<void>(resolve => { found = resolve })
  lost = { back, found }
  tell()
}

/** Somebody answered, whatever they said. */
export function lineFound(): void {
  if (!lost) return
  const { found } = lost
  lost = null
  found()
  tell()
}

export const isLineLost = () => lost !== null

/** Ends when the line is there: at once if it is not known to be lost. */
export const lineBack = (): Promise<void> => lost?.back ?? Promise.resolve()

/** Called whenever the line is lost or found. @returns ends the calls */
export function onLine(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
