import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 767px)')

/** Whether the window is as narrow as a phone. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    listener => { query.addEventListener('change', listener); return () => query.removeEventListener('change', listener) },
    () => query.matches,
  )
}
