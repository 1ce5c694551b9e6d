import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, isProblem, keys } from '@tenon/sdk'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CONTRIBUTIONS } from '../../app/useShellState'
import type { Attempt, Check, Offered, Plugin } from './types'

const PATH = '/api/plugins'
const LIST = ['plugins'] as const

export const pluginPath = (name: string, rest = '') => `${PATH}/${encodeURIComponent(name)}${rest}`

export const usePlugins = () => useQuery({
  queryKey: LIST, queryFn: async ({ signal }) => (await api.get<{ items: Plugin[] }>(PATH, {}, signal)).items,
})

/** What configured folders and addresses offer, and which of those did not answer. */
export const useOffered = () => useQuery({
  queryKey: [...LIST, 'repository'], staleTime: 60_000,
  queryFn: ({ signal }) => api.get<{ items: Offered[]; problems?: string[] }>(`${PATH}/repository`, {}, signal),
})

export const useAttempts = () => useQuery({
  queryKey: [...LIST, 'attempts'], queryFn: async ({ signal }) => (await api.get<{ items: Attempt[] }>(`${PATH}/attempts`, {}, signal)).items,
})

export const useCheck = (name: string) => useQuery({
  queryKey: [...LIST, 'check', name], queryFn: ({ signal }) => api.get<Check>(pluginPath(name, '/check'), {}, signal),
})

export interface Work {
  /** The plugin that is being changed; no other change begins meanwhile. */
  busy: string | null
  /** Why the last change was refused. */
  refusal: string | null
  forget: () => void
  /** @returns whether it was done */
  run: (plugin: string, change: () => Promise<unknown>, done: string) => Promise<boolean>
}

/** One change at a time; afterwards everything that depends on plugins is asked for anew. */
export function useWork(): Work {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [busy, setBusy] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const run = async (plugin: string, change: () => Promise<unknown>, done: string) => {
    setBusy(plugin)
    setRefusal(null)
    let well = true
    try {
      await change()
      message.success(done)
    } catch (problem) {
      well = false
      setRefusal(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
    setBusy(null)
    for (const key of [LIST, CONTRIBUTIONS, keys.types]) void client.invalidateQueries({ queryKey: key })
    return well
  }
  return { busy, refusal, forget: () => setRefusal(null), run }
}
