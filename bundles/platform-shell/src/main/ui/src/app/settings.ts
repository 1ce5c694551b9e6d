import { useSyncExternalStore } from 'react'

export const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type Theme = 'light' | 'dark' | 'system'
export type Density = 'compact' | 'middle' | 'comfortable'

export interface Settings {
  language: Language
  theme: Theme
  density: Density
  /** Undefined to follow the browser. */
  timeZone?: string
  /** Whether the first steps are put away. */
  toured: boolean
}

const STORED = 'tenon.settings'
const dark = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

/** The language the browser asks for, in the three we speak. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const lower = tag.toLowerCase()
    if (/^zh-(tw|hk|mo|hant)/.test(lower)) return 'zh-TW'
    if (lower.startsWith('zh')) return 'zh-CN'
    if (lower.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}

function stored(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Settings>
  } catch {
    return {}
  }
}

let settings: Settings = {
  language: preferredLanguage(navigator.languages), theme: 'system', density: 'middle', toured: false, ...stored(),
}

export const currentSettings = () => settings

export function shownTheme(theme: Theme): 'light' | 'dark' {
  return theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
}

function show() {
  const root = document.documentElement
  root.lang = settings.language
  root.dataset.theme = shownTheme(settings.theme)
  root.dataset.density = settings.density
}

export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change }
  localStorage.setItem(STORED, JSON.stringify(settings))
  show()
  listeners.forEach(listener => listener())
}

/** Takes what the server remembers of the member; unknown values are left alone. */
export function adoptSettings(locale?: string | null, preferences?: { theme?: string; density?: string; toured?: boolean }, timeZone?: string | null): void {
  const change: Partial<Settings> = { timeZone: timeZone ?? undefined, toured: preferences?.toured ?? false }
  if (LANGUAGES.includes(locale as Language)) change.language = locale as Language
  if (['light', 'dark', 'system'].includes(preferences?.theme ?? '')) change.theme = preferences!.theme as Theme
  if (['compact', 'middle', 'comfortable'].includes(preferences?.density ?? '')) change.density = preferences!.density as Density
  changeSettings(change)
}

export function useSettings(): Settings {
  return useSyncExternalStore(
    listener => { listeners.add(listener); return () => listeners.delete(listener) },
    () => settings,
  )
}

dark.addEventListener('change', () => changeSettings({}))
show()
