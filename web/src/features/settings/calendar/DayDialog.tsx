import { Form, Input, Radio } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { http } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useWhy, type WorkDay } from '@/platform/workday'

interface Values {
  decision: 'works' | 'rests' | 'usual'
  name?: string
}

interface Props {
  workDay: WorkDay
  done: () => Promise<void>
  close: () => void
}

/** Whether the firm works on a day: as the calendar says, or as it decides itself. */
export function DayDialog({ workDay, done, close }: Props) {
  const { t } = useTexts()
  const { day, works, decided } = workDay
  const why = useWhy()(workDay)
  const now = decided?.own ? (works ? 'works' : 'rests') : 'usual'
  const sending = useSending<Values>(async ({ decision, name }) => {
    const address = `/work-calendar/days/${day}`
    if (decision !== 'usual') {
      await http.put(address, { works: decision === 'works', name: name?.trim() || null })
    } else if (decided?.own) {
      await http.delete(address)
    }
    await done()
    close()
  })
  const decision = Form.useWatch('decision', sending.form) ?? now
  return (
    <FormDialog<Values>
      title={day}
      text={`${t(works ? 'workday.works' : 'workday.rests')}${why && ` · ${why}`}`}
      yes={t('common.save')}
      initial={{ decision: now, name: decided?.name }}
      sending={sending}
      close={close}
    >
      <Form.Item name="decision">
        <Radio.Group
          className="work-decisions"
          options={[
            { value: 'works', label: t('workday.works') },
            { value: 'rests', label: t('workday.rests') },
            { value: 'usual', label: t('workday.usual') },
          ]}
        />
      </Form.Item>
      {decision !== 'usual' && (
        <Form.Item name="name" label={t('workday.name')}>
          <Input maxLength={50} placeholder={t('workday.nameHint')} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
