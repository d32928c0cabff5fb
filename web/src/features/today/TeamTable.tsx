import { CaretDownOutlined, CaretUpOutlined, TeamOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '@/platform/i18n'
import { objects, type ObjectKey } from '@/platform/records'
import { Empty, RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { filterOf, ranked, told, type Figure, type Member } from './day'
import { useTeam } from './useDay'

interface Order {
  key: string
  ascending: boolean
}

function Head({ figure, order, sort }: { figure: Figure; order: Order | null; sort: (key: string) => void }) {
  const { t } = useTexts()
  const on = order?.key === figure.key
  return (
    <th scope="col" className="num" aria-sort={on ? (order.ascending ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className="team-sort" onClick={() => sort(figure.key)}>
        {figure.label}
        {on && (order.ascending ? <CaretUpOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />)}
      </button>
      {figure.most !== null && <div className="note">{t('day.team.most', { n: figure.most })}</div>}
    </th>
  )
}

function Figures({ member, figure }: { member: Member; figure: Figure }) {
  const { t } = useTexts()
  const number = member.numbers[figure.key]
  const page = objects[figure.object as ObjectKey]?.page
  if (!number) return <td className="num">{t('common.none')}</td>
  const over = figure.most !== null && number.value > figure.most
  return (
    <td className="num">
      {page && number.value > 0 ? (
        <Link
          to={page}
          search={{ view: 'all', filter: filterOf(member, figure) } as object}
          aria-label={`${member.person.label ?? ''} ${figure.label} ${told(number)}`}
          {...(over && { className: 'is-over', title: t('day.team.over', { n: figure.most }) })}
        >
          {told(number)}
        </Link>
      ) : (
        <span className="ink3">{told(number)}</span>
      )}
    </td>
  )
}

/** What a manager is told of each of his people; each number opens its rows. */
export function TeamTable() {
  const { t } = useTexts()
  const { data, error, isPending, refetch } = useTeam()
  const [order, setOrder] = useState<Order | null>(null)
  if (isPending) return <RowSkeleton rows={8} />
  if (error) {
    const title = t('common.notDone', { what: t('day.views.team') })
    return <Trouble title={title} error={error} again={() => void refetch()} />
  }
  if (!data.items.length) {
    return <Empty icon={<TeamOutlined />} title={t('day.team.none')} hint={t('day.team.noneHint')} />
  }
  const sort = (key: string) => setOrder({ key, ascending: order?.key === key && !order.ascending })
  const people = order ? ranked(data.items, order.key, order.ascending) : data.items
  return (
    <div className="team">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('day.team.person')}</th>
            {data.figures.map((figure) => (
              <Head key={figure.key} figure={figure} order={order} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((member) => (
            <tr key={member.person.id}>
              <th scope="row">
                <span className="row">
                  {member.person.label ?? t('day.team.unknown')}
                  {member.away && <Tag>{t('day.team.away')}</Tag>}
                </span>
                {member.department?.label && <span className="note">{member.department.label}</span>}
              </th>
              {data.figures.map((figure) => (
                <Figures key={figure.key} member={member} figure={figure} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {data.more && <p className="note">{t('day.team.more', { n: data.items.length })}</p>}
    </div>
  )
}
