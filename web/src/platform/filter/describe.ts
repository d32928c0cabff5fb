import { useQueries } from '@tanstack/react-query'
import { http, type Field, type Page, type Row, type TreeItem } from '../http'
import { useTexts } from '../i18n'
import { useChoices } from '../inputs/useChoices'
import { apiPath, useIndustries } from '../records'
import { distanceOf, hoursOf } from './operators'
import type { Condition } from './rsql'

const refObject = (field: Field) =>
  field.type === 'person' || field.type === 'department' ? field.type : (field.object ?? 'customer')

const isRef = (field: Field) =>
  field.type === 'person' || field.type === 'department' || field.type === 'record'

async function labelOf(field: Field, id: string) {
  if (field.type === 'region') {
    const found = await http.get<Page<TreeItem>>('/regions/search', { q: id })
    return found.items.find((item) => item.id === id)?.label ?? id
  }
  const row = await http.get<Row>(`${apiPath(refObject(field))}/${id}`)
  return String(row.name ?? id)
}

/** Words like @me and @today-30d as a person says them. */
export function useWords() {
  const { t } = useTexts()
  return (word: string) => {
    const distance = distanceOf(word)
    if (distance) {
      const [n, unit] = distance
      return t(n < 0 ? `filter.ago.${unit}` : `filter.ahead.${unit}`, { n: Math.abs(n) })
    }
    const hours = hoursOf(word)
    if (hours !== null) return t('day.hoursAgo', { n: hours })
    const name = word.slice(1) as 'me'
    return t(`filter.words.${name}`)
  }
}

/** Ids in a condition as labels: from dictionaries, the industry tree, or asked one by one and kept. */
export function useLabels(field: Field, ids: string[]): (id: string) => string {
  const choices = useChoices(field)
  const words = useWords()
  const industries = useIndustries(field.type === 'industry').data ?? []
  const asked = isRef(field) || field.type === 'region' ? ids.filter((id) => id && !id.startsWith('@')) : []
  const answers = useQueries({
    queries: asked.map((id) => ({
      queryKey: ['label', field.type, field.object ?? '', id],
      queryFn: () => labelOf(field, id),
      staleTime: Infinity,
      retry: false,
    })),
  })
  const found = new Map(asked.map((id, index) => [id, answers[index]?.data]))
  return (id) => {
    if (id.startsWith('@')) return words(id)
    const known = choices.find((choice) => choice.id === id) ?? industries.find((item) => item.id === id)
    return found.get(id) ?? known?.label ?? id
  }
}

const silent = new Set(['==', '=in=', '=like='])

/** "不是 高、中", "至少 50 万", "没填" – the part after the field's name. */
export function useConditionText(field: Field, { op, values }: Condition) {
  const { t } = useTexts()
  const label = useLabels(field, values)
  if (op === '=null=') return t(values[0] === 'false' ? 'filter.isSet' : 'filter.isEmpty')
  const yesNo =
    field.type === 'yesNo' ? values.map((value) => t(value === 'true' ? 'common.yes' : 'common.no')) : null
  const text = (yesNo ?? values.map(label)).join('、')
  const word = t(`filter.ops.${op}` as 'filter.ops.==')
  return silent.has(op) ? text : `${word} ${text}`
}
