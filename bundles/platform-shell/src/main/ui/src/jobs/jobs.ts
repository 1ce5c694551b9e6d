import { useQuery, type QueryClient } from '@tanstack/react-query'
import { api } from '@tenon/sdk'

export type JobState = 'waiting' | 'running' | 'succeeded' | 'failed' | 'cancelled'

export interface JobFile { id: string; name: string; size: number }
export interface Refusal { type: string; id: string; title: string; reason: string }

/** A background job as docs/rest.md has it. */
export interface Job {
  id: string
  kind: string
  kindLabel: string
  subject: string
  state: JobState
  memberId: string | null
  memberLabel: string
  done: number
  total: number | null
  attempt: number
  result: Record<string, unknown> & { files?: JobFile[]; refusals?: Refusal[]; changed?: number; refused?: number }
  problem: string | null
  createdAt: string
  startedAt: string | null
  endedAt: string | null
}

export interface JobPage { items: Job[]; next: string | null }

/** Jobs are asked after when the server says that one moved; this often besides, for what it does not say: the stream is down, another node works on it. */
export const LOOK_MS = 5_000

export const jobKeys = {
  all: ['jobs'] as const,
  active: ['jobs', 'active'] as const,
  latest: ['jobs', 'latest'] as const,
  job: (id: string) => ['jobs', 'job', id] as const,
}

export const ended = (job: Pick<Job, 'state'>) => job.state !== 'waiting' && job.state !== 'running'

/** What one has under way; asked again besides only while there is something. */
export function useActiveJobs() {
  return useQuery({
    queryKey: jobKeys.active, staleTime: 0, refetchOnWindowFocus: true,
    queryFn: async ({ signal }) => (await api.get<JobPage>('/api/jobs', { state: 'waiting,running', limit: 50 }, signal)).items,
    refetchInterval: query => (query.state.data?.length ? LOOK_MS : false),
  })
}

/** One job, followed until it ends. */
export function useJob(id: string | null) {
  return useQuery({
    queryKey: jobKeys.job(id ?? ''), enabled: id !== null,
    queryFn: ({ signal }) => api.get<Job>(`/api/jobs/${id}`, {}, signal),
    refetchInterval: query => (query.state.data && ended(query.state.data) ? false : LOOK_MS),
  })
}

export async function cancelJob(client: QueryClient, id: string): Promise<void> {
  await api.post(`/api/jobs/${id}/cancel`)
  await client.invalidateQueries({ queryKey: jobKeys.all })
}

/** How far a job is, 0–100; null while nobody knows. */
export function percent({ done, total }: Pick<Job, 'done' | 'total'>): number | null {
  return total === null ? null : total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100))
}

const COUNTS = ['changed', 'created', 'updated', 'merged', 'copied', 'exported', 'found', 'unchanged', 'skipped', 'refused'] as const

/** The counts of a result worth a word, in the order people want them. */
export function counts(result: Job['result']): { name: (typeof COUNTS)[number]; count: number }[] {
  return COUNTS.flatMap(name => (typeof result[name] === 'number' && result[name] > 0 ? [{ name, count: result[name] }] : []))
}

const UNDOABLE = new Set(['records.bulk', 'records.transfer'])

/** Whether what the job changed can be put back. */
export const undoable = (job: Job) => ended(job) && UNDOABLE.has(job.kind) && (job.result.changed ?? job.done) > 0

/** Jobs a page shows by itself need no notice when they end. */
export const shownElsewhere = new Set<string>()
