import { useEffect } from 'react'
import type { Row } from '../../http'
import { formatNumber, useTexts } from '../../i18n'
import { fieldAt } from '../../records'
import { useSession } from '../../session'
import { showToast, toastProblem } from '../../toast'
import { ontoClipboard } from '../../ui'
import type { List } from '../useList'
import { MOST_ROWS } from './block'
import { tableText, type Words } from './sheetText'

/** The words in which values stand in a sheet. */
export function useWords(): Words {
  const { t, locale } = useTexts()
  const { firm } = useSession()
  return {
    yes: t('common.yes'),
    no: t('common.no'),
    outOfSight: t('common.outOfSight'),
    join: locale === 'en' ? ', ' : '、',
    currency: firm.currency,
  }
}

const writes = 'textarea, select, [contenteditable=true], input:not([type=checkbox]), [role=dialog] *'

/** Whether the keys for copying mean something else just now: a text that is marked, or one that is written. */
const meantElsewhere = () =>
  !!document.activeElement?.matches(writes) || window.getSelection()?.isCollapsed === false

/** Puts rows with the columns of the list onto the clipboard: by the answer, and by Ctrl or ⌘ C. */
export function useCopy(list: List, rows: Row[], enabled: boolean) {
  const { t, of } = useTexts()
  const words = useWords()
  const fields = list.state.columns.map(({ field }) => fieldAt(list.catalogue, field)!)
  const write = () =>
    tableText(
      fields,
      fields.map(({ label }) => of(label)),
      rows,
      words,
    )
  const many = rows.length > MOST_ROWS
  const say = () =>
    many
      ? showToast({ id: 'copy', kind: 'failed', text: t('paste.copyTooMany', { max: MOST_ROWS }) })
      : showToast({
          id: 'copy',
          kind: 'done',
          text: t('paste.copied', { rows: formatNumber(rows.length), columns: fields.length }),
          stays: 3000,
        })
  useEffect(() => {
    if (!enabled) return undefined
    const copy = (event: ClipboardEvent) => {
      if (meantElsewhere()) return
      event.preventDefault()
      if (!many) event.clipboardData?.setData('text/plain', write())
      say()
    }
    document.addEventListener('copy', copy)
    return () => document.removeEventListener('copy', copy)
  })
  return () => void (many ? say() : ontoClipboard(write()).then(say, toastProblem))
}
