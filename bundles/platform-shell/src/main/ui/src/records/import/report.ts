export interface Refused { line: number; field: string; name: string | null; value: string | null; reason: string }

export interface Report {
  rows: number
  imported: number
  refused: Refused[]
  unmatched: string[]
  linked: number
}

/** A cell as CSV; what a spreadsheet would take for a formula is made text. */
export function csvCell(value: string | number | null): string {
  const text = String(value ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The refused rows as a file for a spreadsheet: with BOM, so that Chinese arrives whole. */
export function refusedCsv(refused: Refused[], header: string[]): string {
  const rows = refused.map(row => [row.line, row.field, row.value, row.reason])
  return '\ufeff' + [header, ...rows].map(row => row.map(csvCell).join(',')).join('\r\n') + '\r\n'
}
