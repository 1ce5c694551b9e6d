/**
 * The shell's own components, for pages of plugins: `import { RecordList } from '@tenon/sdk/components'`. They come through the import map, so that
 * they look and behave as everywhere else, and are loaded with the first page that asks for them. `type` is a record type's full name.
 */
import type { ReactElement } from 'react'
import type { Condition } from './conditions'
import type { Field, Money, RecordData, Values } from './types'

export interface RecordListProps {
  type: string
  /** Which records; those the member may read anyway. */
  filter?: Condition
  /** A field's name, with `-` for descending; the type's own order without. */
  sort?: string
  /** Records a page, 1–200; 25 without. */
  limit?: number
  /** Names of fields; the columns of the type's list without. */
  columns?: string[]
  /** What stands there when there are none. */
  empty?: string
}
/** A table of records with links to their pages; pages on by key. */
export declare function RecordList(props: RecordListProps): ReactElement

export interface RecordFormProps {
  type: string
  /** The record to change; a new one is made without. */
  record?: RecordData
  /** Names of fields, in order; all the member may write without. */
  fields?: string[]
  /** What a new record has to begin with. */
  initial?: Values
  /** Stored; on its new version. */
  done: (record: RecordData) => void
  cancel: () => void
}
/** Input for a record: checks, refusals beside their fields, guard against leaving. A record somebody else changed meanwhile is refused, and says so. */
export declare function RecordForm(props: RecordFormProps): ReactElement

export interface PickerProps<V> {
  /** What it is called, for those who do not see it. */
  label: string
  value: V | null
  onChange: (value: V | null) => void
  id?: string
  required?: boolean
}
/** A record found by the beginning of its title. */
export declare function ReferencePicker(props: PickerProps<string> & { type: string }): ReactElement
/** A member found by the beginning of the name. */
export declare function MemberPicker(props: PickerProps<string>): ReactElement
/** An amount and its currency. */
export declare function MoneyInput(props: PickerProps<Money>): ReactElement

/** A field of a record to read, as lists (`compact`) and pages show it: references, members, money, dates, choices. */
export declare function FieldView(props: { field: Field; record: RecordData; compact?: boolean }): ReactElement | null
