import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

window.matchMedia ??= (query: string) => ({
  matches: false, media: query, onchange: null,
  addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {}, dispatchEvent: () => false,
})

globalThis.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} }

window.CSS ??= { escape: (text: string) => text } as typeof CSS
