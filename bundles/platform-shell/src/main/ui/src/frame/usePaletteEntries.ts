import { useQueries } from '@tanstack/react-query'
import { api, keys, useRecordTypes, useShell, type Option } from '@tenon/sdk'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useShellCommands } from './useShellCommands'
import { useQuickSearch, type FoundGroup, type FoundPlace, type IndexState, type Mark } from '../search/useQuickSearch'

/** Leads to `path`, or does what `run` does. */
export interface PaletteEntry { key: string; label: string; hint: string; path?: string; run?: () => void; marks?: Mark[]; places?: FoundPlace[] }
export interface PaletteGroup { key: string; label: string; entries: PaletteEntry[] }

const TYPES_SEARCHED = 8
const RECORDS_SHOWN = 5

/** What the palette offers for a text: records it is found in, by type, and pages and actions. While the index is not there, records whose title begins so. */
export function usePaletteEntries(text: string): { groups: PaletteGroup[]; searching: boolean; index: IndexState | undefined } {
  const { t } = useTranslation()
  const wanted = useDeferredValue(text.trim())
  const { contributions } = useShell()
  const pages = usePages(wanted.toLowerCase())
  const { data: found, isFetching, isError } = useQuickSearch(wanted)
  const beginning = useBeginning(wanted, isError || found?.index.ready === false)
  const shown = wanted === '' || isError ? [] : inMenuOrder(found?.groups ?? [], contributions.menu)
  const records = shown.map((group): PaletteGroup => ({
    key: group.type, label: group.label,
    entries: [
      ...group.items.map(item => ({
        key: `record ${item.id}`, label: item.title, hint: item.hint ?? '', path: `${group.route}/${item.id}`, marks: item.marks, places: item.places,
      })),
      ...(group.more ? [{ key: `more ${group.type}`, label: t('palette.more', { type: group.label }), hint: '', path: `${group.route}?q=${encodeURIComponent(wanted)}` }] : []),
    ],
  }))
  const known = new Set(records.map(group => group.key))
  const all = [...records, ...beginning.groups.filter(group => !known.has(group.key))]
  return {
    groups: [...all, ...(pages.length > 0 ? [{ key: 'pages', label: t('palette.pages'), entries: pages }] : [])],
    searching: isFetching || beginning.searching, index: found?.index,
  }
}

/** What stands in the menu first comes first; what is not there, last. */
function inMenuOrder(groups: FoundGroup[], menu: { path?: string | null }[]): FoundGroup[] {
  const place = (group: FoundGroup) => (menu.findIndex(entry => entry.path === group.route) + menu.length + 1) % (menu.length + 1)
  return [...groups].sort((a, b) => place(a) - place(b))
}

function usePages(wanted: string): PaletteEntry[] {
  const { t } = useTranslation()
  const { contributions } = useShell()
  const { data: types = [] } = useRecordTypes()
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
    { key: 'page jobs', label: t('jobs.title'), path: '/jobs', hint: t('palette.page') },
    ...useShellCommands(),
  ]
  return pages.filter(entry => wanted === '' || `${entry.label} ${entry.hint}`.toLowerCase().includes(wanted))
}

/** Records by the beginning of their title, from the database. */
function useBeginning(wanted: string, needed: boolean): { groups: PaletteGroup[]; searching: boolean } {
  const { data: types = [] } = useRecordTypes()
  const found = useQueries({
    queries: wanted === '' || !needed ? [] : types.slice(0, TYPES_SEARCHED).map(type => ({
      queryKey: [...keys.options(type.name, wanted), 'palette'],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<PaletteGroup> => ({
        key: type.name, label: type.plural,
        entries: (await api.get<{ items: Option[] }>(`/api/records/options/${type.name}`, { q: wanted, limit: RECORDS_SHOWN }, signal)).items
          .map(option => ({ key: `record ${option.id}`, label: option.title, path: `${type.route}/${option.id}`, hint: option.hint ?? '' })),
      }),
    })),
  })
  return { groups: found.flatMap(result => (result.data && result.data.entries.length > 0 ? [result.data] : [])), searching: found.some(result => result.isLoading) }
}
