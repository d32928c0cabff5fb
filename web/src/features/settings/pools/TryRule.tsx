import { Button, Form } from 'antd'
import { useState } from 'react'
import { Problem, useAlone } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { toastProblem } from '@/platform/toast'
import { TrialResult } from './TrialResult'
import { tryRule, type Trial } from './returns'
import type { PoolRow, Typed } from './pools'

/** Who would return by the rule as it stands in the form; what is wrong with it is told where it stands. */
export function TryRule({ pool }: { pool: PoolRow }) {
  const { t } = useTexts()
  const form = Form.useFormInstance<Typed>()
  const { alone, busy } = useAlone()
  const [trial, setTrial] = useState<Trial | null>(null)
  const run = async () => {
    try {
      setTrial(await tryRule(pool.id, (form.getFieldsValue(true) as Typed).returns))
    } catch (error) {
      setTrial(null)
      const faults = error instanceof Problem ? (error.body.errors ?? []) : []
      form.setFields(
        faults.map(({ field, message }) => ({ name: field.split('.') as never, errors: [message] })),
      )
      toastProblem(error)
    }
  }
  return (
    <>
      <Form.Item>
        <Button loading={busy} onClick={() => void alone(run)}>
          {t('pool.returns.trial')}
        </Button>
      </Form.Item>
      {trial && <TrialResult object={pool.object} trial={trial} />}
    </>
  )
}
