import { Button, Form } from 'antd'
import { useState } from 'react'
import { Problem, useAlone } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { toastProblem } from '@/platform/toast'
import { Person, Wide } from '@/platform/ui'
import { tryCadence, type Trial, type Typed } from './cadences'

const LINES = 20

function Result({ trial }: { trial: Trial }) {
  const { t } = useTexts()
  const said = { n: formatNumber(trial.customers), days: trial.days, tasks: formatNumber(trial.tasks) }
  if (!trial.tasks) return <p className="note">{t('cadence.trialNone', said)}</p>
  return (
    <>
      <p>{t('cadence.trialAll', said)}</p>
      <Wide label={t('cadence.trial')}>
        <table className="grid-table">
          <thead>
            <tr>
              <th>{t('cadence.trialPerson')}</th>
              <th className="num">{t('cadence.trialCustomers')}</th>
              <th className="num">{t('cadence.trialTasks')}</th>
            </tr>
          </thead>
          <tbody>
            {trial.people.slice(0, LINES).map(({ id, label, customers, tasks }) => (
              <tr key={id}>
                <td>
                  <Person name={label} />
                </td>
                <td className="num">{formatNumber(customers)}</td>
                <td className="num">{formatNumber(tasks)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {trial.people.length > LINES && <p className="note">{t('cadence.trialShort', { n: LINES })}</p>}
    </>
  )
}

/** How many tasks the rhythm in the form would make; what is wrong with it is told where it stands. */
export function TryCadence({ id, start }: { id: string | undefined; start: Typed }) {
  const { t } = useTexts()
  const form = Form.useFormInstance<Typed>()
  const { alone, busy } = useAlone()
  const [trial, setTrial] = useState<Trial | null>(null)
  const run = async () => {
    try {
      setTrial(await tryCadence({ ...start, ...(form.getFieldsValue(true) as Typed) }, id))
    } catch (error) {
      setTrial(null)
      const faults = error instanceof Problem ? (error.body.errors ?? []) : []
      form.setFields(faults.map(({ field, message }) => ({ name: field as never, errors: [message] })))
      toastProblem(error)
    }
  }
  return (
    <>
      <Form.Item>
        <Button loading={busy} onClick={() => void alone(run)}>
          {t('cadence.trial')}
        </Button>
      </Form.Item>
      <div aria-live="polite">{trial && <Result trial={trial} />}</div>
    </>
  )
}
