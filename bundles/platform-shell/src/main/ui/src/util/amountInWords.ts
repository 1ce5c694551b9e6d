import type { Money } from '@tenon/sdk'

interface Script { digits: string; units: string[]; sections: string[]; yuan: string; whole: string; minus: string }

const SIMPLIFIED: Script = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'], sections: ['', '万', '亿', '万亿'], yuan: '元', whole: '整', minus: '负' }
const TRADITIONAL: Script = { digits: '零壹貳參肆伍陸柒捌玖', units: ['', '拾', '佰', '仟'], sections: ['', '萬', '億', '兆'], yuan: '元', whole: '整', minus: '負' }

const CURRENCIES: Record<string, { simplified: string; traditional: string }> = {
  CNY: { simplified: '人民币', traditional: '人民幣' }, TWD: { simplified: '新台币', traditional: '新臺幣' }, HKD: { simplified: '港币', traditional: '港幣' },
}

/** Digits of the whole part: four sections of four. */
const LONGEST = 16

/**
 * An amount as cheques and contracts write it, 大写金额, by the rules of the People's Bank of China (《正确填写票据和结算凭证的基本规定》): a zero or more within a
 * section is read once, 整 ends an amount without 分. Null for languages and currencies that do not write so, and for what is no amount to the cent.
 */
export function moneyInWords(money: Money | null | undefined, language: string): string | null {
  const currency = money && CURRENCIES[money.currency]
  const match = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(money?.amount ?? '')
  if (!currency || !language.startsWith('zh') || !match || match[2]!.length > LONGEST || (match[3] ?? '').length > 2) return null
  const traditional = language === 'zh-TW'
  const script = traditional ? TRADITIONAL : SIMPLIFIED
  const [tenths = '0', hundredths = '0'] = (match[3] ?? '').padEnd(2, '0')
  const whole = wholeInWords(match[2]!, script)
  const change = changeInWords(tenths, hundredths, whole !== '', script)
  const words = (whole && whole + script.yuan) + change || script.digits[0]! + script.yuan + script.whole
  return (traditional ? currency.traditional : currency.simplified) + (match[1] && (whole || change !== '') ? script.minus : '') + words
}

function wholeInWords(digits: string, { digits: names, units, sections }: Script): string {
  const padded = digits.padStart(LONGEST, '0')
  let words = ''
  let zero = false
  for (let section = 3; section >= 0; section--) {
    const four = padded.slice(12 - section * 4, 16 - section * 4)
    if (four === '0000') {
      zero = words !== ''
      continue
    }
    for (const [index, digit] of [...four].entries()) {
      if (digit === '0') {
        zero = words !== ''
        continue
      }
      if (zero) words += names[0]!
      zero = false
      words += names[Number(digit)]! + units[3 - index]!
    }
    words += sections[section]!
    zero = false
    if (four.endsWith('0') && section > 0) zero = true
  }
  return words
}

function changeInWords(tenths: string, hundredths: string, whole: boolean, { digits: names, whole: end }: Script): string {
  const jiao = tenths === '0' ? '' : `${names[Number(tenths)]!}角`
  const fen = hundredths === '0' ? '' : `${names[Number(hundredths)]!}分`
  if (!jiao && !fen) return whole ? end : ''
  if (!fen) return jiao + end
  return (jiao || (whole ? names[0]! : '')) + fen
}
