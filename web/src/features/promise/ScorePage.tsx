import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { http } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { keys } from '@/platform/records'
import { Empty, PageHead, RowSkeleton, Trouble } from '@/platform/ui'
import { filterOf, rateText, type Numbers, type Score } from './promises'
import './promise.css'

const PERIODS = [30, 90, 365]
const COLUMNS = ['kept', 'broken', 'late'] as const

interface RowProps {
  score: Score
  name: string
  numbers: Numbers
  person?: string
}

function Line({ score, name, numbers, person }: RowProps) {
  const { t } = useTexts()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">
        <strong>{rateText(numbers, t('common.none'))}</strong>
      </td>
      {COLUMNS.map((column) => (
        <td key={column} className="num">
          {numbers[column] > 0 ? (
            <Link
              to="/promises"
              search={{ view: 'all', filter: filterOf(score, column, person) } as object}
              aria-label={`${name} ${t(`promise.score.${column}`)} ${numbers[column]}`}
            >
              {formatNumber(numbers[column])}
            </Link>
          ) : (
            <span className="ink3">0</span>
          )}
        </td>
      ))}
    </tr>
  )
}

function Table({ score }: { score: Score }) {
  const { t } = useTexts()
  return (
    <div className="team">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('promise.score.person')}</th>
            <th scope="col" className="num">
              {t('promise.score.rate')}
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="num">
                {t(`promise.score.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {score.firm && <Line score={score} name={t('promise.score.firm')} numbers={score.firm} />}
          {score.people.map(({ person, numbers }) => (
            <Line
              key={person.id}
              score={score}
              name={person.label ?? t('common.outOfSight')}
              numbers={numbers}
              person={person.id}
            />
          ))}
        </tbody>
      </table>
      {!score.exact && <p className="note">{t('promise.score.more')}</p>}
    </div>
  )
}

/** Who keeps his word, and how often: each number opens its promises. */
export default function ScorePage() {
  const { t } = useTexts()
  const [days, setDays] = useState(90)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...keys.list('promise'), 'score', days],
    queryFn: ({ signal }) => http.get<Score>('/promises/score', { days }, signal),
  })
  return (
    <>
      <PageHead title={t('promise.score.title')} note={t('promise.score.how')} />
      <div className="promise-score">
        <Segmented
          value={days}
          onChange={setDays}
          options={PERIODS.map((n) => ({ value: n, label: t('promise.score.days', { n }) }))}
        />
        {isPending && <RowSkeleton rows={6} />}
        {error && (
          <Trouble
            title={t('common.notDone', { what: t('promise.score.title') })}
            error={error}
            again={() => void refetch()}
          />
        )}
        {data && data.people.length > 0 && <Table score={data} />}
        {data && !data.people.length && (
          <Empty
            icon={<SafetyCertificateOutlined />}
            title={t('promise.score.none')}
            hint={t('promise.score.noneHint')}
          />
        )}
      </div>
    </>
  )
}
