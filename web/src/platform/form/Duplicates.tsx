import { WarningFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { http, type Duplicate, type Page } from '../http'
import { useTexts } from '../i18n'
import { pageOf } from '../records'
import type { Draft } from './draft'

/** Of these the server compares names, phones and codes; others may share theirs. */
const compared = new Set(['customer', 'contact'])

const marks = ['name', 'phone', 'email', 'creditCode'] as const

function useSettled(text: string, pause = 400) {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text, pause])
  return settled
}

/** Looks for records with the same marks while they are being typed. */
export function useDuplicates(object: string, draft: Draft) {
  const typed = Object.fromEntries(marks.map((mark) => [mark, String(draft[mark] ?? '').trim()]))
  const settled = useSettled(JSON.stringify(typed))
  const marksSettled = JSON.parse(settled) as Record<string, string>
  const { data } = useQuery({
    queryKey: ['duplicates', object, settled],
    queryFn: ({ signal }) => http.get<Page<Duplicate>>(`/duplicates/${object}`, marksSettled, signal),
    enabled: compared.has(object) && Object.values(marksSettled).some((mark) => mark.length >= 2),
    retry: false,
  })
  return data?.items ?? []
}

const ownerOf = ({ owner }: Duplicate) => (typeof owner === 'string' ? owner : owner?.label)

export function DuplicateLines({ found }: { found: Duplicate[] }) {
  const { t } = useTexts()
  return (
    <ul className="duplicates">
      {found.map((one) => {
        const owner = ownerOf(one)
        const page = one.id && pageOf(one.object, one.id)
        return (
          <li key={one.id ?? one.label}>
            <WarningFilled aria-hidden />
            <span>
              {t('form.like', { label: one.label })}
              {owner && t('form.ownedBy', { owner })}
            </span>
            {page && (
              <Link to={page} target="_blank">
                {t('form.look')}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
