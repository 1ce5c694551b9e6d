export type PluginState = 'available' | 'active' | 'stopped' | 'failed'

/** One thing a plugin brings: its name alone, or with what people call it. */
export type Brought = string | { name: string; label: string }

export const KINDS = ['menu', 'types', 'paths', 'permissions', 'timers'] as const

export type Brings = Partial<Record<(typeof KINDS)[number], Brought[]>>

export interface Signature { state: 'unsigned' | 'valid' | 'untrusted' | 'tampered'; by?: string | null }

export interface Plugin {
  name: string
  label: string
  version: string
  state: PluginState
  reason: string | null
  since: string | null
  by: string | null
  origin: 'distribution' | 'uploaded' | 'repository'
  versions: string[]
  previous: string | null
  requires: string[]
  requiredBy: string[]
  brings: Brings
  signature?: Signature | null
  /** The area whose place it takes and whose records it can copy. */
  takesOver: { name: string; label: string } | null
}

export interface Finding { severity: 'refuse' | 'warn'; rule: string; text: string }

/** An archive that was sent and not installed yet. */
export interface Preview {
  id: string
  name: string
  label?: string
  version: string
  action: 'install' | 'upgrade' | 'downgrade' | 'reinstall' | 'refused'
  adds?: Brings
  permissions?: string[]
  migrations?: { file: string; statements: string[] }[]
  requires?: { name: string; range: string }[]
  signature?: Signature | null
  findings: Finding[]
}

export interface Offered { id: string; name: string; version: string; label: string; size: number; sha256: string; place: string }

export interface Attempt { at: string; by: string; action: string; plugin: string; version: string; outcome: 'done' | 'failed'; reason: string }

/** Why a plugin serves or does not. */
export interface Check {
  serves: boolean
  bundles: { name: string; version: string; state: string }[]
  obstacles: string[]
  paths: string[]
  log: string[]
}

export const nameOf = (brought: Brought) => (typeof brought === 'string' ? brought : brought.name)

export const labelOf = (brought: Brought) => (typeof brought === 'string' ? brought : brought.label)
