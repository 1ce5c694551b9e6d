import { api, isProblem, keys, type Conflict, type Query, type RecordData, type RecordType, type Values } from '@tenon/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useOverride } from '../duplicates/useOverride'

interface Save {
  busy: boolean
  /** What somebody else changed meanwhile, until it is settled. */
  conflict: Conflict | null
  /** True when stored; false when refused (told to `refuse`) or in conflict. */
  save: (patch: Values, version: number) => Promise<boolean>
  settle: () => void
}

/** Stores changes of a record on the version they were made on. */
export function useSave(type: RecordType, id: string, refuse: (error: unknown) => void): Save {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [conflict, setConflict] = useState<Conflict | null>(null)

  const overrides = useOverride()

  const save = async (patch: Values, version: number, query?: Query): Promise<boolean> => {
    setBusy(true)
    try {
      const stored = await api.patch<RecordData>(`${type.path}/${id}`, patch, version, query)
      client.setQueryData(keys.record(type.name, id), stored)
      setConflict(null)
      void client.invalidateQueries({ queryKey: keys.all(type.name) })
      return true
    } catch (error) {
      if (isProblem(error, 412) && error.conflict) setConflict(error.conflict)
      else {
        refuse(error)
        if (await overrides(error)) return save(patch, version, { duplicates: 'override' })
      }
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, conflict, save, settle: () => setConflict(null) }
}
