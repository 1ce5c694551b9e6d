const UNITS = ['B', 'KB', 'MB', 'GB']

/** A file's size in the largest unit that leaves at least 1, one decimal below 10. */
export function formatSize(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024
    unit++
  }
  return `${unit > 0 && size < 10 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`
}
