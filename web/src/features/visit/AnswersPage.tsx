import { BarChartOutlined, DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { FieldInput } from '@/platform/inputs'
import { address, http, type Page, type Ref } from '@/platform/http'
import { formatDay, useTexts } from '@/platform/i18n'
import { asRef, fieldAt, pageOf, useFields } from '@/platform/records'
import { useCan } from '@/platform/session'
import { Empty, PageHead, RowSkeleton, Trouble } from '@/platform/ui'
import type { Question, Template } from './form'
import './visit.css'

interface Counted {
  question: Question
  answered: number
  choices: { id: string; label: string; count: number }[]
  numbers: { product: string | null; count: number; min: number; median: number; max: number; sum: number }[]
  said: { text: string; visit: string; customer: string | null; on: string }[]
}

interface Counts {
  name: string
  visits: number
  questions: Counted[]
}

interface Search {
  template?: string
  from?: string
  until?: string
  owner?: string
  /** What that person is called, so that the address tells it too. */
  who?: string
}

/** Which visits count, as the list of visits understands it. */
const filterOf = ({ from, until, owner }: Search) =>
  [from && `checkedInAt=ge=${from}`, until && `checkedInAt=le=${until}`, owner && `owner==${owner}`]
    .filter(Boolean)
    .join(';')

function Bars({ counted }: { counted: Counted }) {
  const { t } = useTexts()
  return (
    <ul className="visit-bars">
      {counted.choices.map(({ id, label, count }) => (
        <li key={id}>
          <span className="clip">{label}</span>
          <span className="visit-bar" aria-hidden>
            <span style={{ width: `${counted.answered ? (count / counted.answered) * 100 : 0}%` }} />
          </span>
          <span className="num">
            {t('visit.chosen', {
              n: count,
              share: counted.answered ? Math.round((count / counted.answered) * 100) : 0,
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Numbers({ counted }: { counted: Counted }) {
  const { t } = useTexts()
  const stock = counted.question.kind === 'stock'
  return (
    <div className="visit-scroll">
      <table className="visit-numbers">
        <thead>
          <tr>
            {stock && <th scope="col">{t('visit.product')}</th>}
            {(['count', 'min', 'median', 'max', 'sum'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`visit.figures.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counted.numbers.map((one, at) => (
            <tr key={at}>
              {stock && <th scope="row">{one.product}</th>}
              {(['count', 'min', 'median', 'max', 'sum'] as const).map((name) => (
                <td key={name} className="num">
                  {one[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Texts({ counted }: { counted: Counted }) {
  const { t, locale } = useTexts()
  return (
    <ul className="visit-said">
      {counted.said.map(({ text, visit, customer, on }, at) => (
        <li key={at}>
          <span>{text}</span>
          <Link className="note" to={pageOf('visit', visit)!}>
            {customer ?? t('common.outOfSight')} <span className="num">{formatDay(on, locale)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function One({ counted }: { counted: Counted }) {
  const { t } = useTexts()
  const { question, answered } = counted
  return (
    <section className="visit-counted" aria-labelledby={`counted-${question.id}`}>
      <h2 className="section" id={`counted-${question.id}`}>
        {question.text} <span className="note num">{t('visit.answered', { n: answered })}</span>
      </h2>
      {counted.choices.length > 0 && <Bars counted={counted} />}
      {counted.numbers.length > 0 && <Numbers counted={counted} />}
      {counted.said.length > 0 && <Texts counted={counted} />}
    </section>
  )
}

interface ToolsProps {
  templates: Template[]
  search: Search
  set: (change: Search) => void
}

const day = (value: string | undefined) => (value ? dayjs(value) : null)

function Tools({ templates, search, set }: ToolsProps) {
  const { t } = useTexts()
  const catalogue = useFields('visit').data
  const field = catalogue && fieldAt(catalogue, 'owner')
  const { template, from, until, owner, who } = search
  /** An address holds only what was chosen. */
  const put = (change: Record<keyof Search, string | undefined>) =>
    set(Object.fromEntries(Object.entries(change).filter(([, value]) => value)))
  const now = { template, from, until, owner, who }
  return (
    <div className="visit-tools">
      <Select
        value={template}
        options={templates.map(({ id, name }) => ({ value: id, label: name }))}
        aria-label={t('visit.template')}
        onChange={(chosen: string) => put({ ...now, template: chosen })}
      />
      <DatePicker.RangePicker
        value={[day(from), day(until)]}
        allowEmpty={[true, true]}
        aria-label={t('visit.span')}
        onChange={(days) =>
          put({
            ...now,
            from: days?.[0]?.format('YYYY-MM-DD'),
            until: days?.[1]?.format('YYYY-MM-DD'),
          })
        }
      />
      {field && (
        <FieldInput
          field={{ ...field, required: false }}
          label={t('visit.who')}
          placeholder={t('visit.everybody')}
          value={owner ? { id: owner, label: who ?? '' } : null}
          onChange={(value) => {
            const person = asRef(value as Ref | null)
            put({ ...now, owner: person?.id, who: person?.label })
          }}
        />
      )}
    </div>
  )
}

/** What was answered on visits that one sees: counted, read, and taken out by whoever may. */
export default function AnswersPage() {
  const { t } = useTexts()
  const can = useCan()
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const { data: templates } = useQuery({
    queryKey: ['visit-templates'],
    queryFn: ({ signal }) => http.get<Page<Template>>('/visit-templates', undefined, signal),
    select: ({ items }) => items,
  })
  const template = search.template ?? templates?.[0]?.id
  const filter = filterOf(search)
  const counts = useQuery({
    queryKey: ['list', 'visit', 'counts', template, filter],
    queryFn: ({ signal }) => http.get<Counts>(`/visit-templates/${template}/counts`, { filter }, signal),
    enabled: !!template,
  })
  const set = (change: Search) => void navigate({ to: '/visits/answers', search: change as object })
  const found = counts.data?.questions.filter(({ answered }) => answered > 0) ?? []
  return (
    <>
      <PageHead
        title={t('visit.answers')}
        note={counts.data ? t('visit.onVisits', { n: counts.data.visits }) : ''}
      >
        {can('visit.export') && template && found.length > 0 && (
          <Button
            icon={<DownloadOutlined />}
            href={address(`/visit-templates/${template}/sheet`, { filter })}
            download
          >
            {t('visit.sheet')}
          </Button>
        )}
      </PageHead>
      <div className="page-body">
        {templates && (
          <Tools templates={templates} search={{ ...search, ...(template && { template }) }} set={set} />
        )}
        {counts.isPending && <RowSkeleton rows={6} />}
        {counts.error && (
          <Trouble
            title={t('common.notDone', { what: t('visit.answers') })}
            error={counts.error}
            again={() => void counts.refetch()}
          />
        )}
        {counts.data && !found.length && (
          <Empty icon={<BarChartOutlined />} title={t('visit.noAnswers')} hint={t('visit.noAnswersHint')} />
        )}
        {found.map((one) => (
          <One key={one.question.id} counted={one} />
        ))}
      </div>
    </>
  )
}
