import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Catalogue, Ref, Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useEditField } from '@/platform/record/useEditField'
import { fieldAt, firstPageOf, mayWrite, titleOf } from '@/platform/records'
import { useCan } from '@/platform/session'
import { showToast } from '@/platform/toast'
import { superiorOf } from './chart'

/** So many contacts are drawn. */
export const DRAWN = 200

/** The contacts of a customer, the oldest first; a change of one is seen at once. */
export function useDrawn(customer: Row) {
  const search = { filter: `customer==${customer.id}`, sort: 'createdAt', limit: DRAWN }
  const query = useQuery(firstPageOf('contact', search))
  const page = query.data?.pages[0]
  return { query, contacts: page?.items ?? [], more: !!page?.next }
}

/** Giving a contact another superior, with a way back; `off` where the person may not. */
export function useSuperiors(catalogue: Catalogue) {
  const { t } = useTexts()
  const can = useCan()
  const { write, dialog } = useEditField('contact')
  const [busy, setBusy] = useState<string[]>([])
  const field = fieldAt(catalogue, 'reportsTo')
  const give = async (contact: Row, superior: Ref | null) => {
    setBusy((ids) => [...ids, contact.id])
    const saved = await write(contact, field!, superior)
    setBusy((ids) => ids.filter((id) => id !== contact.id))
    if (!saved) return
    const who = titleOf(contact, catalogue)
    showToast({
      id: 'superior',
      kind: 'done',
      text: superior ? t('chart.given', { who, superior: superior.label }) : t('chart.freed', { who }),
      act: {
        label: t('common.undo'),
        run: () => void give({ ...contact, ...saved }, superiorOf(contact)),
      },
    })
  }
  return {
    give: (contact: Row, superior: Ref | null) => void give(contact, superior),
    isBusy: (id: string) => busy.includes(id),
    off: !field || !mayWrite(field) || !can('contact.update'),
    dialog,
  }
}
