import { useQueryClient } from '@tanstack/react-query'
import { http } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'
import { useResource } from '../useResource'

/** One unit of the currency is so many of the base, from that day until the next rate. */
export interface Rate {
  id: string
  version: number
  currency: string
  base: string
  validFrom: string
  /** A decimal number; a text, so that nothing rounds it. */
  rate: string
  /** Whether the currency has an older one; told with the newest only. */
  earlier?: boolean
}

export type Draft = Pick<Rate, 'currency' | 'validFrom' | 'rate'>

const path = '/exchange-rates'
export const historyKey = (currency: string) => ['rates', 'of', currency]

/** The newest rate of each currency. What is written here also moves the sums of lists. */
export function useRates() {
  const { t } = useTexts()
  const client = useQueryClient()
  const rates = useResource<Rate>(path, ['rates', 'newest'], { newest: true })
  const told = (done: boolean) => {
    if (done) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('groups') })
    return done
  }
  const add = (draft: Draft) => rates.add(draft).then(told)
  return {
    query: rates.query,
    add,
    change: (rate: Rate, change: Partial<Draft>) => rates.change(rate.id, change, rate.version).then(told),
    /** Goes at once; whoever did not mean it has it entered again. */
    remove: async ({ id, currency, validFrom, rate }: Rate) => {
      if (!told(await rates.run(http.delete(`${path}/${id}`), null))) return
      const back = { label: t('common.undo'), run: () => void add({ currency, validFrom, rate }) }
      showToast({ kind: 'done', text: t('rates.removed', { currency, day: validFrom }), act: back })
    },
  }
}

export type Rates = ReturnType<typeof useRates>
