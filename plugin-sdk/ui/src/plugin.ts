import type { ComponentType } from 'react'
import type { Field, FieldValue, RecordData } from './types'

/** The contract's number; a plugin built for another one is not loaded, and the page says so. */
export const SDK_VERSION = 1

type Lazy<P> = () => Promise<{ default: ComponentType<P> }>

export interface PageProps { path: string }
export interface WidgetProps { slot: string; record?: RecordData }
export interface FieldProps {
  field: Field
  value: FieldValue
  id: string
  onChange: (value: FieldValue) => void
}
export interface ActionContext { record?: RecordData; navigate: (path: string) => void }

export interface Plugin {
  sdk: number
  /** Pages of contributed routes, by name. */
  pages?: Record<string, Lazy<PageProps>>
  /** Widgets of contributed slots, by name. */
  widgets?: Record<string, Lazy<WidgetProps>>
  /** Editors for fields whose metadata says `"widget":"<plugin>#<name>"`. */
  fields?: Record<string, Lazy<FieldProps>>
  actions?: Record<string, (context: ActionContext) => void | Promise<void>>
  /** Texts by language, then key; read with `useTranslation('<plugin id>')`. */
  messages?: Record<string, Record<string, string>>
  /** Called when the plugin is removed or exchanged. */
  dispose?: () => void
}

/** Declares a plugin; the module's default export. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin
}
