import { isLineLost, lineFound, lineLost, onLine } from '@tenon/sdk'
import { useSyncExternalStore } from 'react'
import { queries } from './queries'
import { SESSION } from '../session/session'

const AGAIN_AFTER_MS = [1000, 2000, 4000, 8000]

let timer: ReturnType<typeof setTimeout> | undefined
let tries = 0

/** Knocks until somebody answers, less and less often; then what is on the screen is asked for anew. */
async function knock() {
  clearTimeout(timer)
  if (!isLineLost()) return
  try {
    await fetch('/', { method: 'HEAD', cache: 'no-store' })
    lineFound()
  } catch {
    timer = setTimeout(() => void knock(), AGAIN_AFTER_MS[Math.min(tries++, AGAIN_AFTER_MS.length - 1)])
  }
}

/** Watches the line to the server for as long as the page is open. */
export function watchLine(): void {
  window.addEventListener('offline', lineLost)
  window.addEventListener('online', () => void knock())
  onLine(() => {
    clearTimeout(timer)
    if (isLineLost()) {
      tries = 0
      timer = setTimeout(() => void knock(), AGAIN_AFTER_MS[0])
    } else {
      void queries.invalidateQueries({ predicate: query => query.queryKey[0] !== SESSION[0] || query.state.status === 'error' })
    }
  })
}

export const useLineLost = () => useSyncExternalStore(onLine, isLineLost)
