import type { ReactNode } from 'react'

const NAMED: Record<string, string> = {
  green: 'var(--green)', amber: 'var(--amber)', orange: 'var(--amber)', yellow: 'var(--amber)', red: 'var(--red)', blue: 'var(--accent)',
  grey: 'var(--text-3)', gray: 'var(--text-3)', accent: 'var(--accent)', purple: '#7c3aed', cyan: '#0891b2', teal: '#0f766e',
}

/** A status: a coloured dot and its text; without a colour only the dot's place is kept. */
export function Dot({ color, children }: { color: string | null; children: ReactNode }) {
  const dot = color === null ? <span className="dot-place" /> : <span className="dot" style={{ background: NAMED[color] ?? color }} aria-hidden="true" />
  return <span className="status">{dot}{children}</span>
}
