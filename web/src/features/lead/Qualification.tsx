import { Radio } from 'antd'
import type { Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useCan } from '@/platform/session'
import { Meter, RowSkeleton, Tag } from '@/platform/ui'
import { isConverted } from './leads'
import { kinds, useStanding, type Answered } from './qualification'

interface LineProps {
  item: Answered
  mine: boolean
  answer: (value: boolean | null) => void
}

function Line({ item, mine, answer }: LineProps) {
  const { t } = useTexts()
  const options = [
    { value: 'yes', label: t('lead.yes') },
    { value: 'no', label: t('lead.no') },
    { value: 'open', label: t('lead.unknown') },
  ]
  const given = item.answer === null ? 'open' : item.answer ? 'yes' : 'no'
  return (
    <li>
      <span id={`judge-${item.id}`}>
        {item.name} <span className="ink3 num">{item.points}</span>
      </span>
      <Radio.Group
        size="small"
        optionType="button"
        aria-labelledby={`judge-${item.id}`}
        disabled={!mine}
        value={given}
        options={options}
        onChange={({ target }) => answer(target.value === 'open' ? null : target.value === 'yes')}
      />
    </li>
  )
}

/** The firm's criteria for this lead, and how far it is from being qualified. */
export function Qualification({ lead }: { lead: Row }) {
  const { t } = useTexts()
  const can = useCan()
  const { query, answer } = useStanding(lead)
  const standing = query.data
  const mine = (lead.can ? lead.can.includes('update') : can('lead.update')) && !isConverted(lead)
  if (query.error) return null
  if (!standing) return <RowSkeleton rows={4} />
  if (!standing.items.length) return null
  return (
    <section className="lead-asks">
      <h2 className="section row">
        <span className="grow">{t('lead.qualification')}</span>
        {standing.qualified && <Tag color="ok">{t('lead.qualified')}</Tag>}
        <span className="num">
          {t('lead.score', { score: standing.score, threshold: standing.threshold })}
        </span>
      </h2>
      <Meter
        share={Math.min(1, standing.score / standing.threshold)}
        {...(standing.qualified && { tone: 'ok' as const })}
      />
      {kinds.map((kind) => {
        const items = standing.items.filter((item) => item.kind === kind)
        return (
          items.length > 0 && (
            <div key={kind}>
              <h3 className="note">{t(`lead.kinds.${kind}`)}</h3>
              <ul>
                {items.map((item) => (
                  <Line key={item.id} item={item} mine={mine} answer={(value) => answer(item.id, value)} />
                ))}
              </ul>
            </div>
          )
        )
      })}
    </section>
  )
}
