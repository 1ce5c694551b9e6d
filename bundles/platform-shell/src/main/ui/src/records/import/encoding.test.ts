import { describe, expect, it } from 'vitest'
import { inUtf8 } from './encoding'

/** jsdom's Blob cannot be read as bytes. */
const file = (bytes: number[]) => ({ arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) }) as Blob
const GBK = [0xbf, 0xcd, 0xbb, 0xa7]
const BIG5 = [0xab, 0xc8, 0xa4, 0xe1]

describe('a file', () => {
  it('in UTF-8 goes as it is', async () => {
    const utf8 = file([...new TextEncoder().encode('客户')])
    expect(await inUtf8(utf8, 'zh-CN')).toEqual({ file: utf8, encoding: 'UTF-8' })
  })

  it('of a Chinese spreadsheet is read in its old encoding', async () => {
    expect(await inUtf8(file(GBK), 'zh-CN')).toMatchObject({ encoding: 'GB18030' })
    expect(await inUtf8(file(BIG5), 'zh-TW')).toMatchObject({ encoding: 'BIG5' })
  })
})
