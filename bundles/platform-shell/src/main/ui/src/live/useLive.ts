import { keys, type RecordEvent } from '@tenon/sdk'
import { useEffect } from 'react'
import { queries } from '../app/queries'
import { hasUnsaved } from '../app/unsaved'
import { CONTRIBUTIONS } from '../app/useShellState'
import { MENTIONS } from '../frame/mentions'
import { jobKeys } from '../jobs/jobs'
import { askAgain } from '../session/again'
import { SESSION, showSignIn } from '../session/session'
import { follow, type LiveEvent } from './leader'
import { openStream } from './stream'

const GATHER_MS = 150
const SHELL_AFTER_MS = [0, 400, 1500]

/** Keeps what is on the screen as the server has it: records, menu, and whether one is still signed in. */
export function useLive(): void {
  useEffect(() => {
    const changed = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let jobTimer: ReturnType<typeof setTimeout> | undefined
    let refreshes: ReturnType<typeof setTimeout>[] = []
    let revision: number | null = null
    let opened = false

    const refresh = () => {
      timer = undefined
      for (const type of changed) void queries.invalidateQueries({ queryKey: keys.all(type) })
      changed.clear()
    }

    const refreshJobs = () => {
      jobTimer = undefined
      void queries.invalidateQueries({ queryKey: jobKeys.all })
    }

    const refreshShell = () => {
      for (const key of [CONTRIBUTIONS, keys.types, ['plugins'], ['dictionary']]) void queries.invalidateQueries({ queryKey: key })
    }

    const hear = ({ kind, data }: LiveEvent) => {
      if (kind === 'records') {
        changed.add((data as RecordEvent).type)
        if ((data as RecordEvent).action.startsWith('comment')) void queries.invalidateQueries({ queryKey: MENTIONS })
        timer ??= setTimeout(refresh, GATHER_MS)
      } else if (kind === 'shell') {
        const { revision: heard } = data as { revision: number }
        if (heard === revision) return
        // An area's record types arrive before its menu entries and pages: what is there is asked for until all are.
        refreshes.forEach(clearTimeout)
        refreshes = (revision === null ? [0] : SHELL_AFTER_MS).map(delay => setTimeout(refreshShell, delay))
        revision = heard
      } else if (kind === 'job') {
        jobTimer ??= setTimeout(refreshJobs, GATHER_MS)
      } else if (kind === 'session') {
        if (hasUnsaved()) void askAgain()
        else showSignIn()
      } else {
        // Whatever happened while nobody listened is in what the server answers now.
        if (opened) void queries.invalidateQueries({ predicate: query => query.queryKey[0] !== SESSION[0] })
        opened = true
      }
    }

    const stop = follow({ locks: navigator.locks, channel: new BroadcastChannel('tenon-events'), open: openStream }, hear)
    return () => {
      clearTimeout(timer)
      clearTimeout(jobTimer)
      refreshes.forEach(clearTimeout)
      stop()
    }
  }, [])
}
