import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, isProblem, keys, type RecordData, type RecordType } from '@tenon/sdk'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** How a record is opened: as one of its team, shared with a member, shared with a department. */
export type Way = 'team' | 'member' | 'department'

export interface Entry { way: Way; grantee: string; name: string; access: 'read' | 'write'; expiresAt: string | null; expired: boolean }

interface Item { member?: string; kind?: 'member' | 'department'; grantee?: string; name: string; access: 'read' | 'write'; expiresAt: string | null; expired: boolean }
interface Answer { items: Item[]; manage: boolean }

export const entryOf = ({ member, kind, grantee, ...rest }: Item): Entry => ({ ...rest, way: member ? 'team' : (kind ?? 'member'), grantee: member ?? grantee ?? '' })

export const entryPath = (type: string, id: string, { way, grantee }: Pick<Entry, 'way' | 'grantee'>) =>
  way === 'team' ? `/api/records/teams/${type}/${id}/${grantee}` : `/api/records/shares/${type}/${id}/${way}/${grantee}`

/** Whom a record is open to, and the ways to change that. A refusal is kept until the next attempt. */
export function useEntries(type: RecordType, record: RecordData) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const key = ['records', type.name, 'entries', record.id]
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const [team, shares] = await Promise.all(['teams', 'shares'].map(thing => api.get<Answer>(`/api/records/${thing}/${type.name}/${record.id}`, {}, signal)))
      return { entries: [...team!.items, ...shares!.items].map(entryOf), manage: team!.manage }
    },
  })
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setRefusal(null)
    try {
      await work()
      await client.invalidateQueries({ queryKey: key })
      void client.invalidateQueries({ queryKey: keys.timeline(type.name, record.id) })
      return true
    } catch (problem) {
      setRefusal(isProblem(problem) ? problem.errors[0]?.message ?? problem.message : t('broken.other.title'))
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    data, error, busy, refusal,
    put: (entry: Pick<Entry, 'way' | 'grantee' | 'access' | 'expiresAt'>) =>
      attempt(() => api.put(entryPath(type.name, record.id, entry), { access: entry.access, expiresAt: entry.expiresAt })),
    remove: (entry: Entry) => attempt(() => api.delete(entryPath(type.name, record.id, entry))),
  }
}
