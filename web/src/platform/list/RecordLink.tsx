import { Link } from '@tanstack/react-router'
import type { Ref } from 'react'
import type { Row } from '../http'
import { pageOf, titleOf } from '../records'
import { usePhone } from '../theme/theme'
import type { List } from './useList'

interface Props {
  list: List
  row: Row
  className?: string
  /** What else the link stands for, such as the grip of a card. */
  grip?: { ref: Ref<HTMLAnchorElement>; 'aria-roledescription': string; 'aria-describedby': string }
}

/** A record's name in a list: opens it beside the list, its page on the phone or in a new tab when asked so. */
export function RecordLink({ list, row, className = 'cell-title', grip }: Props) {
  const phone = usePhone()
  const label = titleOf(row, list.catalogue)
  return (
    <Link
      {...grip}
      to={pageOf(list.object, row.id) ?? '.'}
      className={className}
      title={label}
      onClick={(event) => {
        if (phone || event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        list.setPeek(row.id)
      }}
    >
      {label}
    </Link>
  )
}
