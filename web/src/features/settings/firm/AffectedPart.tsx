import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { formatMoment, useTexts } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs/useJobs'
import { Empty, RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { exportAffected, useAffected, type Person, type Question } from './affected'
import { AffectedForm } from './AffectedForm'

function Line({ id, row, how, first, last }: Person) {
  const { t } = useTexts()
  const reached =
    row &&
    [row.customer?.label, row.phoneText, row.telephoneText, row.email, row.wechat].filter(Boolean).join(' · ')
  return (
    <li className="text-line wraps">
      <span className="grow">
        {row ? (
          <a href={`/contacts/${id}`}>{row.name}</a>
        ) : (
          <span className="ink3">{t('affected.gone')}</span>
        )}
        {reached && <p className="note num">{reached}</p>}
        <p className="note num">
          {first === last
            ? formatMoment(first)
            : t('affected.times', { first: formatMoment(first), last: formatMoment(last) })}
        </p>
      </span>
      <span>
        {how.map((one) => (
          <Tag key={one} color={one === 'written' ? 'gray' : 'warn'}>
            {t(`affected.how.${one}`)}
          </Tag>
        ))}
      </span>
    </li>
  )
}

function Result({ question, asked }: { question: Question; asked: number }) {
  const { t } = useTexts()
  const jobs = useJobs(() => undefined)
  const query = useAffected(question, asked)
  const people = query.data?.pages.flatMap(({ items }) => items) ?? []
  const first = query.data?.pages[0]
  if (query.isPending) return <RowSkeleton rows={3} />
  if (query.error)
    return (
      <Trouble
        title={t('common.notDone', { what: t('affected.title') })}
        error={query.error}
        again={() => void query.refetch()}
      />
    )
  return (
    <>
      {!!first?.unknownExports && (
        <p className="below">{t('affected.unknownExports', { n: first.unknownExports })}</p>
      )}
      {people.length === 0 && <Empty icon={<SafetyCertificateOutlined />} title={t('affected.nobody')} />}
      {people.length > 0 && (
        <p className="text-line wraps">
          <b className="grow">{t('affected.count', { n: first?.count ?? 0 })}</b>
          <Button size="small" onClick={() => void jobs.start(exportAffected(question))}>
            {t('affected.export')}
          </Button>
        </p>
      )}
      <ul>
        {people.map((one) => (
          <Line key={one.id} {...one} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button size="small" onClick={() => void query.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </>
  )
}

/** Whose data was seen by somebody, for the day on which they have to be told. */
export function AffectedPart() {
  const { t } = useTexts()
  const [asked, setAsked] = useState<{ question: Question; asked: number } | null>(null)
  return (
    <section className="settings-part">
      <h2 className="section">{t('affected.title')}</h2>
      <p className="note">{t('affected.hint')}</p>
      <AffectedForm ask={(question) => setAsked({ question, asked: Date.now() })} />
      {asked && <Result {...asked} />}
    </section>
  )
}
