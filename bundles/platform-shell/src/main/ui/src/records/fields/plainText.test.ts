import { expect, it } from 'vitest'
import { plainText } from './plainText'

it('runs and loads nothing of the HTML it reads', () => {
  expect(plainText('<p>报价<b>单</b></p><script>window.bad = 1</script><img src=x onerror="window.bad = 1"><p>二</p>')).toContain('报价单')
  expect((window as unknown as { bad?: number }).bad).toBeUndefined()
})
