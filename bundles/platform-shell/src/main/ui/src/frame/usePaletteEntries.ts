import { useQueries } from '@tanstack/react-query'
import { api, keys, useRecordTypes, useShell, type Option } from '@tenon/sdk'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'

export interface PaletteEntry { key: string; label: string; hint: string; path: string }

const TYPES_SEARCHED = 8
const RECORDS_SHOWN = 5

/** What the palette offers for a text: pages and commands holding it, records whose title begins with it. */
export function usePaletteEntries(text: string): { entries: PaletteEntry[]; searching: boolean } {
  const { t } = useTranslation()
  const { contributions } = useShell()
  const { data: types = [] } = useRecordTypes()
  const wanted = useDeferredValue(text.trim().toLowerCase())

  const found = useQueries({
    queries: wanted === '' ? [] : types.slice(0, TYPES_SEARCHED).map(type => ({
      queryKey: [...keys.options(type.name, wanted), 'palette'],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await api.get<{ items: Option[] }>(`/api/records/options/${type.name}`, { q: wanted, limit: RECORDS_SHOWN }, signal)).items
          .map((option): PaletteEntry => ({
            key: `record ${option.id}`, label: option.title, path: `${type.route}/${option.id}`,
            hint: option.hint ? `${type.label} · ${option.hint}` : type.label,
          })),
    })),
  })

  const groups = new Map(contributions.menu.map(entry => [entry.id, entry.label]))
  const pages: PaletteEntry[] = [
    ...contributions.menu.filter(entry => entry.path).map(entry => ({
      key: `page ${entry.id}`, label: entry.label, path: entry.path!, hint: (entry.parent && groups.get(entry.parent)) || t('palette.page'),
    })),
    ...contributions.commands.filter(command => command.path).map(command => ({
      key: `command ${command.id}`, label: command.label, path: command.path!, hint: t('palette.command'),
    })),
    ...types.filter(type => type.can.includes('create')).map(type => ({
      key: `new ${type.name}`, label: t('list.create', { type: type.label }), path: `${type.route}/new`, hint: t('palette.command'),
    })),
    { key: 'page me', label: t('account.title'), path: '/me', hint: t('palette.page') },
  ]
  const entries = [
    ...pages.filter(entry => wanted === '' || `${entry.label} ${entry.hint}`.toLowerCase().includes(wanted)),
    ...found.flatMap(result => result.data ?? []),
  ]
  return { entries, searching: found.some(result => result.isLoading) }
}
