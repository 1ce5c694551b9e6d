import { expect, it } from 'vitest'
import { formatSize } from './size'

it.each([[0, '0 B'], [1023, '1023 B'], [1024, '1.0 KB'], [10_240, '10 KB'], [200 * 1024 * 1024, '200 MB']])('%d bytes are %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text)
})
