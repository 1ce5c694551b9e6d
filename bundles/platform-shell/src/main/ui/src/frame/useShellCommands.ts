import { useTranslation } from 'react-i18next'
import { LANGUAGES, useSettings, type Density, type Settings, type Theme } from '../app/settings'
import { changePreferences, signOut } from '../session/session'
import { LANGUAGE_NAMES } from './LanguageSwitch'
import type { PaletteEntry } from './usePaletteEntries'

export const THEMES: Theme[] = ['light', 'dark', 'system']
export const DENSITIES: Density[] = ['compact', 'middle', 'comfortable']

/** What the shell itself can be told: how it looks and speaks, and the way out. */
export function useShellCommands(): PaletteEntry[] {
  const { t } = useTranslation()
  const settings = useSettings()
  const change = (what: string, name: string, hint: string, wish: Partial<Settings>): PaletteEntry =>
    ({ key: `${what} ${name}`, label: name, hint, run: () => void changePreferences(wish, true) })
  return [
    ...LANGUAGES.filter(name => name !== settings.language).map(name => change('language', LANGUAGE_NAMES[name], t('me.language'), { language: name })),
    ...THEMES.filter(name => name !== settings.theme).map(name => change('theme', t(`me.theme.${name}`), t('me.theme'), { theme: name })),
    ...DENSITIES.filter(name => name !== settings.density).map(name => change('density', t(`me.density.${name}`), t('me.density'), { density: name })),
    { key: 'sign out', label: t('me.signOut'), hint: t('palette.command'), run: () => void signOut() },
  ]
}
