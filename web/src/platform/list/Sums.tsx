import type { Field } from '../http'
import { formatNumber, formatSum, useTexts } from '../i18n'
import { pathOf } from '../records'
import type { MoneySum, Sums as Figures } from './groups'

const isMoney = (sum: number | MoneySum): sum is MoneySum => typeof sum === 'object'

/** One sum; several currencies have none when a rate is missing, otherwise it is said that they were converted. */
export function Sum({ sum }: { sum: number | MoneySum | null | undefined }) {
  const { t, locale } = useTexts()
  if (sum === null || sum === undefined) return <span className="ink3">{t('common.none')}</span>
  if (!isMoney(sum)) return <span className="num">{formatNumber(Number(sum))}</span>
  const exact = formatSum(sum, locale, true)
  const short = formatSum(sum, locale)
  if (!sum.converted) {
    return (
      <span className="num" title={exact}>
        {short}
      </span>
    )
  }
  return (
    <span className="num" title={t('list.converted', { sum: exact, day: sum.validFrom })}>
      ≈ {short}
    </span>
  )
}

/** "员工人数 1,200  注册资本 3.2 亿" */
export function SumLine({ fields, sums }: { fields: Field[]; sums: Figures }) {
  const { of } = useTexts()
  return (
    <span className="sum-line">
      {fields
        .filter((field) => sums[pathOf(field)] != null)
        .map((field) => (
          <span key={pathOf(field)}>
            {of(field.label)} <Sum sum={sums[pathOf(field)]} />
          </span>
        ))}
    </span>
  )
}
