import { WarningFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { http, type Duplicate, type Page } from '../http'
import { useTexts } from '../i18n'
import { pageOf } from '../records'
import type { Draft } from './draft'
import { isTelling, marksOf, type Marks } from './marks'
import './form.css'

function useSettled(text: string, pause = 400) {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text, pause])
  return settled
}

/** Looks for records with the same marks, or names like it, while they are being typed. */
export function useDuplicates(object: string, draft: Draft) {
  const settled = useSettled(JSON.stringify(marksOf(object, draft)))
  const marks = JSON.parse(settled) as Marks
  const query = useQuery({
    queryKey: ['duplicates', object, settled],
    queryFn: ({ signal }) => http.get<Page<Duplicate>>(`/duplicates/${object}`, marks, signal),
    enabled: isTelling(marks),
    retry: false,
  })
  return { ...query, found: query.data?.items ?? [] }
}

function Line({ one }: { one: Duplicate }) {
  const { t } = useTexts()
  const page = one.id && pageOf(one.object, one.id)
  const by = one.by.map((field) => t(`form.marks.${field}`)).join(t('form.and'))
  return (
    <li className={`is-${one.certainty}`}>
      <WarningFilled aria-hidden />
      <span>
        {t(`form.like.${one.certainty}`, { label: one.label })}
        {one.customer && t('form.ofCustomer', { customer: one.customer })}
        {one.object === 'lead' && t('form.ofLead')}
        {by && t('form.by', { by })}
        {one.owner && t('form.ownedBy', { owner: one.owner })}
      </span>
      {page && (
        <Link to={page} target="_blank">
          {t('form.look')}
        </Link>
      )}
    </li>
  )
}

export function DuplicateLines({ found }: { found: Duplicate[] }) {
  return (
    <ul className="duplicates">
      {found.map((one, at) => (
        <Line key={one.id ?? at} one={one} />
      ))}
    </ul>
  )
}
