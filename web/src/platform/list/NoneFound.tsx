import { SearchOutlined } from '@ant-design/icons'
import { useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { isGroup, printFilter, tryParse, type Condition, type Node } from '../filter'
import { useConditionText } from '../filter/describe'
import type { Field } from '../http'
import { formatNumber, useTexts } from '../i18n'
import { countOf, fieldAt } from '../records'
import { Empty } from '../ui'
import type { List } from './useList'

const TRIED = 6

/** The filter without each of its conditions in turn. */
export function withoutOne(filter: string): { left: Node; rest: string }[] {
  const group = tryParse(filter)
  if (!group?.all) return []
  return group.items.slice(0, TRIED).map((left, at) => ({
    left,
    rest: printFilter({ all: true, items: group.items.filter((_, index) => index !== at) }),
  }))
}

/** The condition whose leaving brings most back; null while that is not known, or when none helps. */
function useBest({ object, state }: List) {
  const parts = withoutOne(state.filter)
  const answers = useQueries({
    queries: parts.map(({ rest }) => countOf(object, { filter: rest, q: state.q })),
  })
  const counted = parts.map((part, index) => ({ ...part, n: answers[index]?.data?.value ?? 0 }))
  const best = counted.reduce<(typeof counted)[number] | null>(
    (most, part) => (part.n > (most?.n ?? 0) ? part : most),
    null,
  )
  return best
}

function Named({ field, condition, n }: { field: Field; condition: Condition; n: number }) {
  const { t, of } = useTexts()
  const what = `${of(field.label)} ${useConditionText(field, condition)}`
  return <>{t('list.dropHint', { what, n: formatNumber(n) })}</>
}

/** Filtered or searched to nothing: what was asked for is said, and how to ask for less. */
export function NoneFound({ list }: { list: List }) {
  return list.state.filter ? <NoneFiltered list={list} /> : <NoneLike list={list} />
}

function NoneLike({ list }: { list: List }) {
  const { t } = useTexts()
  return (
    <Empty
      icon={<SearchOutlined />}
      title={t('list.noneLike', { q: list.state.q })}
      hint={t('list.noneLikeHint')}
    >
      <Button size="small" onClick={() => list.change({ q: '' })}>
        {t('list.clearSearch')}
      </Button>
    </Empty>
  )
}

/** Names the condition that would bring most back. */
function NoneFiltered({ list }: { list: List }) {
  const { t, of } = useTexts()
  const best = useBest(list)
  const field = best && !isGroup(best.left) ? fieldAt(list.catalogue, best.left.field) : undefined
  const hint =
    best && field && !isGroup(best.left) ? (
      <Named field={field} condition={best.left} n={best.n} />
    ) : (
      t('list.noneFoundHint')
    )
  return (
    <Empty
      icon={<SearchOutlined />}
      title={t('list.noneFound', { what: of(list.catalogue.label) })}
      hint={hint}
    >
      {best && (
        <Button size="small" onClick={() => list.change({ filter: best.rest })}>
          {t('list.drop')}
        </Button>
      )}
      <Button
        size="small"
        type={best ? 'text' : 'default'}
        onClick={() => list.change({ filter: '', q: '' })}
      >
        {t('filter.clear')}
      </Button>
    </Empty>
  )
}
