import type { LiveEvent, Stream } from './leader'

const KINDS = ['records', 'shell', 'session', 'job'] as const
const AGAIN_AFTER_MS = 3000

/** The server's events; a stream the browser gives up on is opened again. */
export function openStream(): Stream {
  let source: EventSource
  let again: ReturnType<typeof setTimeout> | undefined
  const listeners: ((event: LiveEvent) => void)[] = []
  const tell = (event: LiveEvent) => listeners.forEach(listener => listener(event))

  const connect = () => {
    source = new EventSource('/api/web/events')
    source.onopen = () => tell({ kind: 'open', data: null })
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_AFTER_MS)
    }
    for (const kind of KINDS) {
      source.addEventListener(kind, event => tell({ kind, data: JSON.parse((event as MessageEvent<string>).data) }))
    }
  }
  connect()

  return {
    onEvent: listener => listeners.push(listener),
    close: () => {
      clearTimeout(again)
      source.close()
    },
  }
}
