import { expect, test } from 'vitest'
import { moneyInWords } from './amountInWords'

const cny = (amount: string) => moneyInWords({ amount, currency: 'CNY' }, 'zh-CN')

test.each([
  ['0', '人民币零元整'], ['1', '人民币壹元整'], ['10', '人民币壹拾元整'], ['1409.50', '人民币壹仟肆佰零玖元伍角整'], ['6007.14', '人民币陆仟零柒元壹角肆分'],
  ['1680.32', '人民币壹仟陆佰捌拾元叁角贰分'], ['107000.53', '人民币壹拾万零柒仟元伍角叁分'], ['16409.02', '人民币壹万陆仟肆佰零玖元零贰分'], ['325.04', '人民币叁佰贰拾伍元零肆分'],
  ['100000000', '人民币壹亿元整'], ['100010001', '人民币壹亿零壹万零壹元整'], ['0.05', '人民币伍分'], ['0.5', '人民币伍角整'], ['-20', '人民币负贰拾元整'], ['1000000', '人民币壹佰万元整'],
  ['20000000000.00', '人民币贰佰亿元整'], ['10003000', '人民币壹仟万零叁仟元整'],
])('%s is written %s', (amount, words) => expect(cny(amount)).toBe(words))

test('Traditional script has its own words', () => {
  expect(moneyInWords({ amount: '26503', currency: 'TWD' }, 'zh-TW')).toBe('新臺幣貳萬陸仟伍佰零參元整')
})

test('what nobody writes in words has none', () => {
  expect(moneyInWords({ amount: '5', currency: 'USD' }, 'zh-CN')).toBeNull()
  expect(moneyInWords({ amount: '5', currency: 'CNY' }, 'en')).toBeNull()
  expect(cny('1.005')).toBeNull()
  expect(cny('')).toBeNull()
  expect(cny('12345678901234567')).toBeNull()
  expect(moneyInWords(null, 'zh-CN')).toBeNull()
})
