import type { Money } from '../../http'

const powers: Record<string, number> = { 万亿: 12, 亿: 8, 万: 4 }
const NUMBER = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?)(万亿|亿|万)?$/
const PARTS = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/
const LONGEST = 40

/** "1.2345e3" moved by four places → "12345000": digits only, so that nothing rounds them. */
function moved(number: string, places: number) {
  const [, sign, whole = '', part = '', power = '0'] = PARTS.exec(number)!
  const point = whole.length + places + Number(power)
  const digits = '0'.repeat(Math.max(0, 1 - point)) + whole + part
  const before = digits
    .slice(0, Math.max(1, point))
    .padEnd(point, '0')
    .replace(/^0+(?=\d)/, '')
  const behind = digits.slice(Math.max(1, point)).replace(/0+$/, '')
  const found = behind ? `${before}.${behind}` : before
  return sign === '-' && found !== '0' ? `-${found}` : found
}

/** The digits of 1,234.50 or 12.5% or 3万; null for what is no number. */
export function numberIn(text: string): string | null {
  const bare = text
    .normalize('NFKC')
    .replace(/[,，\s]/g, '')
    .replace('−', '-')
    .replace(/%$/, '')
  const [, number, unit = ''] = NUMBER.exec(bare) ?? []
  return number === undefined || bare.length > LONGEST ? null : moved(number, powers[unit] ?? 0)
}

const currencies: Record<string, string> = {
  HK$: 'HKD',
  US$: 'USD',
  人民币: 'CNY',
  美元: 'USD',
  港元: 'HKD',
  港币: 'HKD',
  欧元: 'EUR',
  日元: 'JPY',
  英镑: 'GBP',
  元: 'CNY',
  元整: 'CNY',
  '¥': 'CNY',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
}
const signs = Object.keys(currencies).sort((one, other) => other.length - one.length)

/** Where the firm's currency is among these, its sign means that one. */
const shared: Record<string, string[]> = {
  元: ['HKD', 'MOP', 'TWD'],
  元整: ['HKD', 'MOP', 'TWD'],
  '¥': ['JPY'],
  $: ['AUD', 'CAD', 'HKD', 'MOP', 'NZD', 'SGD', 'TWD'],
}
const CODE = /(?<![A-Z])[A-Z]{3}(?![A-Z])/g

/** What people write for the yuan counts as its code. */
const known = (code: string) => code === 'RMB' || Intl.supportedValuesOf('currency').includes(code)

/** ￥1,000.00 or 500万元 or USD 20, with (20) for -20. A sign that several currencies share means the firm's. */
export function sumIn(text: string, firms: string): Money | null {
  let rest = text.normalize('NFKC').trim()
  const code = rest.match(CODE)?.find(known)
  let currency = code === 'RMB' ? 'CNY' : code
  if (code) rest = rest.replace(code, '')
  for (const sign of signs) {
    if (!rest.includes(sign)) continue
    currency ??= shared[sign]?.includes(firms) ? firms : currencies[sign]
    rest = rest.replaceAll(sign, '')
  }
  const bare = rest.replace(/\((万亿|亿|万)?\)/g, '$1')
  const inBrackets = /^\s*\((.+)\)\s*$/.exec(bare)?.[1]
  const number = numberIn(inBrackets ?? bare)
  if (number === null) return null
  const negative = inBrackets !== undefined && number !== '0'
  return { amount: negative ? `-${number.replace('-', '')}` : number, currency: currency ?? firms }
}
