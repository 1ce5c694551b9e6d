import { describe, expect, it } from 'vitest'
import { compareVersions, newest } from './versions'

describe('versions', () => {
  it('order by numbers, not by letters', () => {
    expect(['1.10.0', '1.9.0', '1.2.0', '2.0'].sort(compareVersions)).toEqual(['1.2.0', '1.9.0', '1.10.0', '2.0'])
  })

  it('put a missing part first, so that a later one is newer', () => {
    expect(compareVersions('1.2', '1.2.0')).toBeLessThan(0)
    expect(compareVersions('1.2.0', '1.2.0-b2')).toBeLessThan(0)
    expect(compareVersions('1.2.0', '1.2.0')).toBe(0)
  })

  it('offer the newest one only if it is newer', () => {
    expect(newest(['1.1.0', '1.10.0', '1.3.0'], '1.2.0')).toBe('1.10.0')
    expect(newest(['1.1.0', '1.2.0'], '1.2.0')).toBeNull()
    expect(newest([], '1.2.0')).toBeNull()
  })
})
