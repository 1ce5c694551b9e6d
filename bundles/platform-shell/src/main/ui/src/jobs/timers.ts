import { useQuery } from '@tanstack/react-query'
import { api } from '@tenon/sdk'
import { ended, jobKeys, type Job } from './jobs'

/** What runs at set times, as docs/rest.md has it. */
export interface Timer {
  name: string
  label: string
  /** False while the plugin it belongs to is away. */
  present: boolean
  cron: string
  zone: string
  missed: 'skip' | 'once' | 'each' | null
  problem: string | null
  nextAt: string | null
  lastDueAt: string | null
  lastJob: Job | null
}

const CLOSE_MS = 1500

export const working = (timer: Timer) => timer.lastJob !== null && !ended(timer.lastJob)

/** Every timer; followed closely while one of them runs. */
export function useTimers() {
  return useQuery({
    queryKey: [...jobKeys.all, 'timers'],
    queryFn: async ({ signal }) => (await api.get<{ items: Timer[] }>('/api/jobs/timers', {}, signal)).items,
    refetchInterval: query => (query.state.data?.some(working) ? CLOSE_MS : false),
  })
}
