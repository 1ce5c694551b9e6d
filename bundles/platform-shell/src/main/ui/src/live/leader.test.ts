import { describe, expect, it } from 'vitest'
import { follow, type LiveEvent, type Stream } from './leader'

/** A browser's locks and channel, shared by its tabs. */
class Browser {
  open = 0
  private readonly waiting: (() => void)[] = []
  private held = false
  private readonly channels = new Set<(event: MessageEvent) => void>()
  private readonly streams: ((event: LiveEvent) => void)[] = []

  emit(event: LiveEvent) {
    this.streams.forEach(stream => stream(event))
  }

  tab(withLocks = true) {
    const heard: LiveEvent[] = []
    let own: (event: MessageEvent) => void = () => {}
    const close = follow({
      locks: withLocks ? { request: this.request as LockManager['request'] } : undefined,
      channel: {
        postMessage: (data: LiveEvent) => this.channels.forEach(other => { if (other !== own) other({ data } as MessageEvent) }),
        addEventListener: (_: string, listener: EventListenerOrEventListenerObject) => { own = listener as (event: MessageEvent) => void; this.channels.add(own) },
        close: () => this.channels.delete(own),
      } as unknown as BroadcastChannel,
      open: () => this.stream(),
    }, event => heard.push(event))
    return { heard, close }
  }

  private stream(): Stream {
    this.open++
    let listener: (event: LiveEvent) => void = () => {}
    return {
      onEvent: next => { listener = next; this.streams.push(next) },
      close: () => { this.open--; this.streams.splice(this.streams.indexOf(listener), 1) },
    }
  }

  private readonly request = async (_: string, { signal }: LockOptions, work: () => Promise<void>) => {
    if (this.held) await new Promise<void>(resolve => this.waiting.push(resolve))
    if (signal?.aborted) return this.pass()
    this.held = true
    await work()
    this.held = false
    this.pass()
  }

  private pass() {
    this.waiting.shift()?.()
  }
}

const settled = () => new Promise(resolve => setTimeout(resolve, 0))
const event: LiveEvent = { kind: 'records', data: { seq: 1 } }

describe('live events in several tabs', () => {
  it('come through one stream and reach every tab once', async () => {
    const browser = new Browser()
    const tabs = [browser.tab(), browser.tab(), browser.tab()]
    await settled()
    expect(browser.open).toBe(1)
    browser.emit(event)
    expect(tabs.map(tab => tab.heard)).toEqual([[event], [event], [event]])
  })

  it('go on when the leading tab is closed', async () => {
    const browser = new Browser()
    const [first, second] = [browser.tab(), browser.tab()]
    await settled()
    first.close()
    await settled()
    await settled()
    expect(browser.open).toBe(1)
    browser.emit(event)
    expect(second.heard).toEqual([event])
    expect(first.heard).toEqual([])
  })

  it('stop when the last tab is closed', async () => {
    const browser = new Browser()
    const tab = browser.tab()
    await settled()
    tab.close()
    await settled()
    expect(browser.open).toBe(0)
  })

  it('need no locks: without them every tab has its own stream', async () => {
    const browser = new Browser()
    browser.tab(false)
    browser.tab(false)
    await settled()
    expect(browser.open).toBe(2)
  })
})
