import { api, isProblem, keys, type Field, type FieldValue, type RecordData, type RecordType } from '@tenon/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUndo } from '../inline/useUndo'
import { reasonOf } from './reason'

/** A place a record can be put: what the field becomes there, and what the page knows against it. */
export interface Place { key: string; valueFor: (record: RecordData) => FieldValue; against: (record: RecordData) => string | null }

interface Lifted { record: RecordData; from: string }

/**
 * Records moved between places that stand for values of a field. While one is held over a place the server is asked whether it would take it, so
 * that what is not allowed shows before it is dropped. Moves show at once, can be undone, and go back if they are refused.
 */
export function useMoves(type: RecordType, field: Field, places: Place[]) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const undo = useUndo(type)
  const [lifted, setLifted] = useState<Lifted | null>(null)
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [moved, setMoved] = useState<Record<string, { to: string; record: RecordData }>>({})
  const asked = useRef(new Set<string>())
  const placeOf = (key: string) => places.find(place => place.key === key)

  const lift = (record: RecordData, from: string) => {
    asked.current = new Set([from])
    setLifted({ record, from })
    setRefused(Object.fromEntries(places.flatMap(place => {
      const reason = place.key === from ? null : place.against(record)
      return reason ? [[place.key, reason]] : []
    })))
  }
  const over = (key: string | null) => {
    const place = key === null ? undefined : placeOf(key)
    if (!lifted || !place || refused[place.key] || asked.current.has(place.key)) return
    asked.current.add(place.key)
    const { record } = lifted
    void api.post(`/api/records/rehearsals/${type.name}/${record.id}`, { version: record.version, values: { [field.name]: place.valueFor(record) } })
      .catch((problem: unknown) => {
        if (isProblem(problem) && problem.status >= 400 && problem.status < 500) setRefused(known => ({ ...known, [place.key]: reasonOf(problem) }))
      })
  }
  const drop = (key: string | null) => {
    const held = lifted
    setLifted(null)
    const place = key === null ? undefined : placeOf(key)
    if (!held || !place || place.key === held.from) return
    const reason = refused[place.key]
    if (reason) message.warning(reason)
    else void store(held.record, place)
  }
  const store = async (record: RecordData, place: Place) => {
    const before = (record[field.name] ?? null) as FieldValue
    const value = place.valueFor(record)
    setMoved(known => ({ ...known, [record.id]: { to: place.key, record: { ...record, [field.name]: value } } }))
    try {
      const stored = await api.patch<RecordData>(`${type.path}/${record.id}`, { [field.name]: value }, record.version)
      client.setQueryData(keys.record(type.name, record.id), stored)
      undo(record.id, { [field.name]: before })
    } catch (problem) {
      message.error(isProblem(problem) ? reasonOf(problem) : t('broken.other.title'))
    }
    await client.invalidateQueries({ queryKey: keys.all(type.name) })
    setMoved(({ [record.id]: _, ...rest }) => rest)
  }
  /** What stands at a place, moves that are on their way included. */
  const standing = (key: string, rows: RecordData[]) => [
    ...Object.values(moved).filter(move => move.to === key).map(move => move.record),
    ...rows.filter(row => !moved[row.id]),
  ]
  return { lifted, refused: lifted ? refused : {}, lift, over, drop, cancel: () => setLifted(null), standing, moving: Object.keys(moved) }
}

export type Moves = ReturnType<typeof useMoves>
