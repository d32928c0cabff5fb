import { useTexts } from '@/platform/i18n'

/** What waits in pools. */
export const pooled = ['customer', 'lead'] as const

export type Pooled = (typeof pooled)[number]

export const isPooled = (object: string): object is Pooled => (pooled as readonly string[]).includes(object)

/** The words that sentences about the pools of an object are filled with. */
export function useWords(object: string) {
  const { t } = useTexts()
  const of = isPooled(object) ? object : 'customer'
  return {
    what: t(`pool.words.${of}.what`),
    many: t(`pool.words.${of}.many`),
    unit: t(`pool.words.${of}.unit`),
    pool: t(`pool.words.${of}.pool`),
  }
}
