/** The shapes of docs/rest.md, as the browser sees them. */
import type { Condition } from './conditions'

export type FieldType =
  | 'text' | 'longText' | 'richText' | 'number' | 'decimal' | 'money' | 'boolean'
  | 'date' | 'time' | 'dateTime' | 'choice' | 'multiChoice' | 'reference' | 'references'
  | 'member' | 'department' | 'phone' | 'phones' | 'emails' | 'email' | 'url' | 'region' | 'tags' | 'location' | 'files'

export type Access = 'write' | 'read' | 'masked'

/** One field of a record type. `list` is the column's place, 0 = not shown by default. */
export interface Field {
  name: string
  label: string
  help: string | null
  type: FieldType
  required: boolean
  readOnly: boolean
  /** Characters or number; a decimal of custom fields is text. */
  max: number | string | null
  min: number | string | null
  scale: number | null
  dictionary: string | null
  /** Whether values of the dictionary stand below others. */
  tree?: boolean
  /** Record type referred to; `*` for several. */
  reference: string | null
  list: number
  filter: boolean
  sortable: boolean
  sensitive: boolean
  /** How it is compared when duplicates are looked for; null if it is not. */
  match?: string | null
  section: string | null
  access: Access
  sample: string | null
  /** Added at run time. */
  custom?: boolean
  /** Added at run time; then what follows says more. */
  unique?: boolean
  /** What a new record has; `today now me mine` stand for the moment of writing and whoever writes. */
  initial?: FieldValue
  pattern?: string | null
  /** While it is false the field is neither shown nor required. */
  visibleWhen?: Condition | null
  /** The platform makes the value. */
  computed?: boolean
  /** False for a field that stands in no form. */
  form?: boolean
  /** A plugin's own widget, `<plugin>#<field>`. */
  widget?: string | null
}

export type RecordAction = 'read' | 'create' | 'update' | 'delete' | 'import' | 'export'

export interface TypeSummary {
  name: string
  area: string
  label: string
  plural: string
  path: string
  route: string
  titleField: string
  /** Whether records belong to members and departments, and can be opened to single ones. */
  owned: boolean
  can: RecordAction[]
}

export interface RelatedList {
  type: string
  field: string
  label: string
}

export interface RecordType extends TypeSummary {
  fields: Field[]
  sections: { name: string; label: string; columns?: number }[]
  defaultSort: string
  related: RelatedList[]
  actions: { name: string; label: string }[]
  /** Types whose records belong to one of this, and may go with it to a new owner; in words. */
  followedBy?: string[]
}

export interface Money { amount: string; currency: string }
export interface TypedReference { type: string; id: string }
export interface KindValue { kind: string; value: string }
/** Degrees of WGS 84, a text, or both. */
export interface Location { latitude?: number; longitude?: number; text?: string }

export type FieldValue =
  | string | number | boolean | null | undefined
  | string[] | KindValue[] | Money | TypedReference | TypedReference[] | Location

export type Values = Record<string, FieldValue>

/** A record: flat values plus what the platform adds under names with `_`. */
export interface RecordData extends Record<string, unknown> {
  id: string
  version: number
  deletedAt?: string | null
  _title?: string
  _labels?: Record<string, string | string[]>
  _masked?: string[]
  _can?: string[]
}

export interface Page<T = RecordData> {
  items: T[]
  next: string | null
  previous: string | null
  total?: { count: number; capped: boolean } | null
  /** What the search index could tell; null if it had no part in the page. */
  search?: { ready: boolean; capped: boolean; most: number; lagSeconds: number } | null
}

export interface DictionaryItem {
  value: string
  label: string
  parent: string | null
  color: string | null
  /** No longer offered; records that have it keep it. */
  retired?: boolean
}

export interface Option { id: string; title: string; hint?: string | null }

export interface FieldError { field: string; code: string; message: string }

export interface Conflict {
  version: number
  changedBy: string | null
  changedAt: string | null
  fields: { field: string; base: FieldValue; yours: FieldValue; theirs: FieldValue }[]
}

export interface MenuEntry {
  id: string
  parent?: string | null
  label: string
  icon?: string | null
  path?: string | null
  order: number
  badge?: number | null
}

export type ContributedRoute =
  | { path: string; kind: 'records'; type: string }
  | { path: string; kind: 'page'; plugin: string; page: string }

export interface PluginEntry {
  id: string
  version: string
  sdk: number
  entry?: string | null
  css: string[]
}

/** A widget's place; `size` counts on the start page, where `wide` takes two columns. */
export interface Slot { slot: string; plugin: string; widget: string; title: string; size?: 'small' | 'wide' }

/** A widget of the start page that needs no JavaScript: records of a type, listed or counted. */
export interface RecordWidget {
  id: string
  title: string
  type: string
  shape: 'list' | 'count'
  filter: Condition | null
  sort: string | null
  fields: string[]
  size: 'small' | 'wide'
}

export interface Command { id: string; label: string; path?: string | null; plugin?: string | null; action?: string | null }

export interface Contributions {
  revision: number
  /** What the company is called; empty where nobody has said. */
  company?: string
  menu: MenuEntry[]
  routes: ContributedRoute[]
  plugins: PluginEntry[]
  slots: Slot[]
  widgets: RecordWidget[]
  commands: Command[]
}

export interface Member { id: string; name: string; login: string; locale?: string | null; timeZone?: string | null }

export interface Session {
  member: Member | null
  csrf?: string
  permissions?: string[]
  mustChangePassword?: boolean
  preferences?: { theme?: string; density?: string; toured?: boolean }
}

/** A change of a record the member may read, as it arrives over the live events. */
export interface RecordEvent { seq: number; type: string; id: string; action: string; version: number }
