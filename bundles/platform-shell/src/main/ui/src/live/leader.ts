/** One stream of events for all tabs of a browser: browsers allow six connections to a host, and tabs are many. */

export interface LiveEvent { kind: 'open' | 'records' | 'shell' | 'session' | 'job'; data: unknown }

export interface Stream {
  onEvent: (listener: (event: LiveEvent) => void) => void
  close: () => void
}

export interface Surroundings {
  /** Undefined where the page is not a secure context: every tab then has its own stream. */
  locks: Pick<LockManager, 'request'> | undefined
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'>
  open: () => Stream
}

const LOCK = 'tenon-events'

/** Follows the events until the returned function is called; exactly one tab holds the stream at any time. */
export function follow({ locks, channel, open }: Surroundings, listener: (event: LiveEvent) => void): () => void {
  const stopped = new AbortController()
  channel.addEventListener('message', message => {
    if (!stopped.signal.aborted) listener((message as MessageEvent<LiveEvent>).data)
  })
  const lead = () => new Promise<void>(release => {
    if (stopped.signal.aborted) return release()
    const stream = open()
    stream.onEvent(event => {
      channel.postMessage(event)
      listener(event)
    })
    stopped.signal.addEventListener('abort', () => {
      stream.close()
      release()
    })
  })
  if (locks) locks.request(LOCK, { signal: stopped.signal }, lead).catch(() => {})
  else void lead()
  return () => {
    stopped.abort()
    channel.close()
  }
}
