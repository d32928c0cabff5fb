import type { Locale } from './i18n'

/** Those one deals with most stand first, then all that the browser knows; without the firm's own. */
export function offered(base: string, known = Intl.supportedValuesOf('currency')) {
  const often = ['USD', 'EUR', 'HKD', 'JPY', 'GBP', 'TWD', 'SGD', 'KRW', 'AUD', 'CNY']
  return [...new Set([...often, ...known])].filter((code) => code !== base)
}

/** "人民币 CNY" */
export const currencyChoice = (code: string, locale: Locale) => ({
  value: code,
  label:
    `${new Intl.DisplayNames(locale === 'en' ? 'en' : 'zh-CN', { type: 'currency' }).of(code) ?? ''} ${code}`.trim(),
})

/** Decimals of a currency's smallest coin: none for the yen, three for the Kuwaiti dinar. */
export const coinsOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
