import { CheckCircleFilled, RightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTexts } from '@/platform/i18n'
import { Meter } from '@/platform/ui'

export interface Step {
  key: 'firm' | 'people' | 'fields' | 'import' | 'tryout'
  done: boolean
}

const places: Record<Step['key'], string> = {
  firm: '/settings/firm',
  people: '/settings/people',
  fields: '/settings/fields',
  import: '/import',
  tryout: '/customers',
}

function Line({ step, number, first }: { step: Step; number: number; first: boolean }) {
  const { t } = useTexts()
  return (
    <li>
      <Link to={places[step.key]} className={first ? 'step is-next' : 'step'}>
        {step.done ? (
          <CheckCircleFilled className="step-done" aria-label={t('today.isDone')} />
        ) : (
          <span className="step-number num">{number}</span>
        )}
        <span className="grow">
          <span className="step-title">{t(`today.steps.${step.key}.title`)}</span>
          <span className="note">{t(`today.steps.${step.key}.hint`)}</span>
        </span>
        {first && (
          <span className="step-go">
            {t('today.go')} <RightOutlined aria-hidden />
          </span>
        )}
      </Link>
    </li>
  )
}

/** The first steps of a new firm; the next one is marked. */
export function Checklist({ steps }: { steps: Step[] }) {
  const { t } = useTexts()
  const done = steps.filter((step) => step.done).length
  const next = steps.find((step) => !step.done)
  return (
    <section className="checklist">
      <div className="checklist-head">
        <div className="grow">
          <h2>{t('today.greeting')}</h2>
          <p className="ink2">{t('today.hint')}</p>
        </div>
        <div className="checklist-meter">
          <span className="note num">{t('today.progress', { done, total: steps.length })}</span>
          <Meter share={done / steps.length} />
        </div>
      </div>
      <ol>
        {steps.map((step, index) => (
          <Line key={step.key} step={step} number={index + 1} first={step === next} />
        ))}
      </ol>
    </section>
  )
}
