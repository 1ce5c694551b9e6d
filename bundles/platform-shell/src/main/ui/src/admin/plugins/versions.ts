const parts = (version: string) => version.split(/[.-]/).map(part => (/^\d+$/.test(part) ? Number(part) : part))

/** Negative if `a` is the older version: numbers as numbers, further parts as text, a missing part before any other. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [x, y] = [left[at], right[at]]
    if (x === y) continue
    if (x === undefined) return -1
    if (y === undefined) return 1
    if (typeof x === 'number' && typeof y === 'number') return x - y
    return String(x) < String(y) ? -1 : 1
  }
  return 0
}

/** The newest of the versions that is newer than the present one. */
export function newest(versions: string[], present: string): string | null {
  return versions.filter(version => compareVersions(version, present) > 0).sort(compareVersions).at(-1) ?? null
}
