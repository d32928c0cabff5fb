import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { zh } from '@/labels/zh'
import { speak } from '../http/client'
import type { Text2 } from '../http/types'

export type Locale = 'zh' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof zh }
  }
}

export const localeOf = (text: string | null | undefined): Locale => (text?.startsWith('en') ? 'en' : 'zh')

/** Switches page, dates and the server's answers; English texts are fetched when first needed. */
export async function switchLanguage(locale: Locale) {
  if (locale === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('@/labels/en')
    i18next.addResourceBundle('en', 'translation', en)
  }
  speak(locale)
  dayjs.locale(locale === 'en' ? 'en' : 'zh-cn')
  localStorage.setItem('chaoxi.locale', locale)
  document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN'
  await i18next.changeLanguage(locale)
}

export async function startI18n() {
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: zh } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await switchLanguage(localeOf(localStorage.getItem('chaoxi.locale')))
}

export function useTexts() {
  const { t, i18n } = useTranslation()
  const locale = localeOf(i18n.language)
  const of = (text: Text2 | null | undefined) => text?.[locale] || text?.zh || ''
  return { t, locale, of }
}

export const text = i18next.t.bind(i18next)
