/** The rows of the list one came from, so that a record's page leads to the previous and next one. */
export interface Trail { search: string; ids: string[] }

const key = (type: string) => `tenon.trail.${type}`

export function layTrail(type: string, trail: Trail): void {
  sessionStorage.setItem(key(type), JSON.stringify(trail))
}

export function readTrail(type: string): Trail | null {
  const text = sessionStorage.getItem(key(type))
  return text ? (JSON.parse(text) as Trail) : null
}

/** The neighbours of a record on the trail; null at its ends, and for a record that is not on it. */
export function neighbours(trail: Trail | null, id: string): { previous: string | null; next: string | null; place: number } {
  const at = trail?.ids.indexOf(id) ?? -1
  if (!trail || at < 0) return { previous: null, next: null, place: 0 }
  return { previous: trail.ids[at - 1] ?? null, next: trail.ids[at + 1] ?? null, place: at + 1 }
}
