import { DeleteOutlined, DownOutlined, RightOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { http, type Page } from '@/platform/http'
import { currencyChoice, dayOf, useTexts } from '@/platform/i18n'
import { Tag } from '@/platform/ui'
import { Renamed } from '../Renamed'
import { historyKey, type Rate, type Rates } from './rates'

interface LineProps {
  rate: Rate
  rates: Rates
  children: ReactNode
}

function Line({ rate, rates, children }: LineProps) {
  const { t } = useTexts()
  const said = `${rate.currency} ${rate.validFrom}`
  return (
    <tr>
      <td>{children}</td>
      <td className="rate">
        <Renamed
          key={rate.rate}
          value={rate.rate}
          inputMode="decimal"
          label={`${t('rates.rate')} ${said}`}
          save={(next) => rates.change(rate, { rate: next })}
        />
      </td>
      <td>
        <DatePicker
          size="small"
          allowClear={false}
          aria-label={`${t('rates.from')} ${said}`}
          value={dayjs(rate.validFrom)}
          onChange={(day) => day && void rates.change(rate, { validFrom: day.format('YYYY-MM-DD') })}
        />
      </td>
      <td>
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`${t('common.delete')} ${said}`}
          onClick={() => void rates.remove(rate)}
        />
      </td>
    </tr>
  )
}

/** What held before the newest; where that is of a day to come, what holds today is marked. */
function Earlier({ newest, rates, today }: { newest: Rate; rates: Rates; today: string }) {
  const { t } = useTexts()
  const { currency } = newest
  const query = useInfiniteQuery({
    queryKey: historyKey(currency),
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Rate>>('/exchange-rates', { currency, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })
  const all = query.data?.pages.flatMap(({ items }) => items) ?? []
  const inForce = newest.validFrom > today && all.find(({ validFrom }) => validFrom <= today)
  return (
    <>
      {all
        .filter(({ id }) => id !== newest.id)
        .map((rate) => (
          <Line key={rate.id} rate={rate} rates={rates}>
            <span className="rate-earlier">
              {rate === inForce ? <Tag color="ok">{t('rates.today')}</Tag> : t('rates.earlier')}
            </span>
          </Line>
        ))}
      {query.hasNextPage && (
        <tr>
          <td colSpan={4}>
            <Button size="small" onClick={() => void query.fetchNextPage()}>
              {t('common.more')}
            </Button>
          </td>
        </tr>
      )}
    </>
  )
}

/** A currency with its newest rate; the older ones stand folded below it. */
export function RateLines({ rate, rates }: { rate: Rate; rates: Rates }) {
  const { t, locale } = useTexts()
  const [open, setOpen] = useState(false)
  const today = dayOf(new Date().toISOString())
  const name = currencyChoice(rate.currency, locale).label
  return (
    <>
      <Line rate={rate} rates={rates}>
        <span className="rate-name">
          {rate.earlier ? (
            <button
              type="button"
              className="plain"
              aria-expanded={open}
              title={t('rates.history')}
              onClick={() => setOpen(!open)}
            >
              {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
              {name}
            </button>
          ) : (
            name
          )}
          {rate.validFrom > today && <Tag>{t('rates.coming')}</Tag>}
        </span>
      </Line>
      {open && rate.earlier && <Earlier newest={rate} rates={rates} today={today} />}
    </>
  )
}
