import { useSyncExternalStore } from 'react'

const owners = new Set<string>()
const listeners = new Set<() => void>()

/** Remembers which pages hold unsaved input. */
export function guard(owner: string, unsaved: boolean): void {
  if (owners.has(owner) === unsaved) return
  if (unsaved) owners.add(owner)
  else owners.delete(owner)
  listeners.forEach(listener => listener())
}

export const hasUnsaved = () => owners.size > 0

/** For leaving on purpose after saving or discarding: nothing is asked. */
export function forgetUnsaved(): void {
  owners.clear()
  listeners.forEach(listener => listener())
}

export function useHasUnsaved(): boolean {
  return useSyncExternalStore(
    listener => { listeners.add(listener); return () => listeners.delete(listener) },
    hasUnsaved,
  )
}

window.addEventListener('beforeunload', event => {
  if (hasUnsaved()) event.preventDefault()
})
