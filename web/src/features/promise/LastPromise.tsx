import { Link } from '@tanstack/react-router'
import type { Choice } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { pageOf } from '@/platform/records'
import { useCan } from '@/platform/session'
import { Tag } from '@/platform/ui'
import { dueText, lastOf, useBlock, type Whose } from './promises'

function Last({ object, id }: { object: Whose; id: string }) {
  const { t, locale } = useTexts()
  const block = useBlock(object, id).data
  const last = block && lastOf(block)
  if (!last) return null
  const status = last.status as Choice | null
  return (
    <p className="note promise-last">
      {t('promise.last')} <Link to={pageOf('promise', last.id)!}>{String(last.subject ?? '')}</Link>{' '}
      <span className="num">{dueText(last, locale)}</span>{' '}
      {status && <Tag color={status.color ?? null}>{status.label}</Tag>}
    </p>
  )
}

/** What was promised to somebody last, and what became of it, said before one gets in touch. */
export function LastPromise(props: { object: Whose; id: string }) {
  return useCan()('promise.read') ? <Last {...props} /> : null
}
