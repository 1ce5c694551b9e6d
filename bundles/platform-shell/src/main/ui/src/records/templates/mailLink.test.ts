import type { RecordData, RecordType } from '@tenon/sdk'
import { describe, expect, it } from 'vitest'
import { addressOf, mailLink } from './mailLink'

const type = (access: string) => ({ fields: [{ name: 'name', type: 'text', access: 'write' }, { name: 'emails', type: 'emails', access }] }) as RecordType
const record = { id: 'A', name: 'x@y', emails: [{ kind: 'work', value: 'wang@example.cn' }, { kind: 'home', value: 'b@c.d' }] } as unknown as RecordData

describe('a mail from a template', () => {
  it('goes to the first address, unless that is masked', () => {
    expect(addressOf(type('write'), record)).toBe('wang@example.cn')
    expect(addressOf(type('masked'), record)).toBe('')
    expect(addressOf(type('write'), { id: 'B' } as RecordData)).toBe('')
  })

  it('carries subject and text whatever stands in them', () => {
    expect(mailLink('wang@example.cn', '报价 & 合同', '您好\n再见')).toBe(
      `mailto:wang@example.cn?subject=${encodeURIComponent('报价 & 合同')}&body=${encodeURIComponent('您好')}%0D%0A${encodeURIComponent('再见')}`)
  })

  it('is copied if it is too long for a link', () => {
    expect(mailLink('', 's', 'x'.repeat(1_800))).not.toBeNull()
    expect(mailLink('', 's', 'x'.repeat(2_000))).toBeNull()
  })
})
