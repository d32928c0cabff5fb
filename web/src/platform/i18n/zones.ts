import { useMemo } from 'react'
import { useTexts, type Locale } from './i18n'

const names = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
]

const tongue = (locale: Locale) => (locale === 'en' ? 'en' : 'zh-CN')

/** "中国标准时间 Asia/Shanghai" */
function zoneName(zone: string, locale: Locale) {
  const parts = new Intl.DateTimeFormat(tongue(locale), { timeZone: zone, timeZoneName: 'longGeneric' })
  const name = parts.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value
  return name ? `${name} ${zone}` : zone
}

export function useZones() {
  const { locale } = useTexts()
  return useMemo(() => names.map((value) => ({ value, label: zoneName(value, locale) })), [locale])
}
