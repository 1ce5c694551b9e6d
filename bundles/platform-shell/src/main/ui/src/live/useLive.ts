import { keys, type Contributions, type RecordEvent } from '@tenon/sdk'
import { useEffect } from 'react'
import { queries } from '../app/queries'
import { CONTRIBUTIONS } from '../app/useShellState'
import { SESSION, showSignIn } from '../session/session'
import { follow, type LiveEvent } from './leader'
import { openStream } from './stream'

const GATHER_MS = 150

/** Keeps what is on the screen as the server has it: records, menu, and whether one is still signed in. */
export function useLive(): void {
  useEffect(() => {
    const changed = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let opened = false

    const refresh = () => {
      timer = undefined
      for (const type of changed) void queries.invalidateQueries({ queryKey: keys.all(type) })
      changed.clear()
    }

    const hear = ({ kind, data }: LiveEvent) => {
      if (kind === 'records') {
        changed.add((data as RecordEvent).type)
        timer ??= setTimeout(refresh, GATHER_MS)
      } else if (kind === 'shell') {
        const known = queries.getQueryData<Contributions>(CONTRIBUTIONS)
        if (known?.revision === (data as { revision: number }).revision) return
        void queries.invalidateQueries({ queryKey: CONTRIBUTIONS })
        void queries.invalidateQueries({ queryKey: keys.types })
        void queries.invalidateQueries({ queryKey: ['plugins'] })
      } else if (kind === 'session') {
        showSignIn()
      } else {
        // Whatever happened while nobody listened is in what the server answers now.
        if (opened) void queries.invalidateQueries({ predicate: query => query.queryKey[0] !== SESSION[0] })
        opened = true
      }
    }

    const stop = follow({ locks: navigator.locks, channel: new BroadcastChannel('tenon-events'), open: openStream }, hear)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
}
