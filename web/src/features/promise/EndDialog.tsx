import { Checkbox, DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import type { Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { firmDay } from './days'
import type { Verb } from './promises'
import { useSession } from '@/platform/session'

export type Asked = Exclude<Verb, 'reopen'>

interface Values {
  proof?: string
  reason?: string
  day?: Dayjs
  dueTime?: string
  agreed?: boolean
  said?: string
  offered?: string
  againSubject?: string
  againOn?: Dayjs
}

const date = (day: Dayjs) => day.format('YYYY-MM-DD')

/** What the server is sent of what was filled in. */
function bodyOf(verb: Asked, values: Values) {
  const text = (value?: string) => value?.trim() || undefined
  const subject = text(values.againSubject)
  switch (verb) {
    case 'keep':
      return { proof: text(values.proof) }
    case 'postpone':
      return {
        dueOn: values.day && date(values.day),
        dueTime: text(values.dueTime),
        reason: text(values.reason),
        agreed: !!values.agreed,
      }
    case 'apologize':
      return {
        said: text(values.said),
        offered: text(values.offered),
        ...(subject && { again: { subject, dueOn: values.againOn ? date(values.againOn) : null } }),
      }
    default:
      return { reason: text(values.reason) }
  }
}

function Words({ name, label, need = true }: { name: keyof Values; label: string; need?: boolean }) {
  const { t } = useTexts()
  return (
    <Form.Item
      name={name}
      label={label}
      rules={need ? [{ required: true, whitespace: true, message: t('auth.required') }] : []}
    >
      <Input.TextArea maxLength={name === 'reason' ? 500 : 5000} autoSize={{ minRows: 2, maxRows: 8 }} />
    </Form.Item>
  )
}

function Day({ name, label, need }: { name: keyof Values; label: string; need: boolean }) {
  const { t } = useTexts()
  const today = firmDay(useSession().firm.timeZone)
  return (
    <Form.Item
      name={name}
      label={label}
      rules={need ? [{ required: true, message: t('auth.required') }] : []}
    >
      <DatePicker minDate={dayjs(today)} format="YYYY-MM-DD ddd" inputReadOnly style={{ width: '100%' }} />
    </Form.Item>
  )
}

function Fields({ verb }: { verb: Asked }) {
  const { t } = useTexts()
  if (verb === 'keep') return <Words name="proof" label={t('promise.proof')} need={false} />
  if (verb === 'apologize') {
    return (
      <>
        <Words name="said" label={t('promise.said')} />
        <Words name="offered" label={t('promise.offered')} />
        <Form.Item name="againSubject" label={t('promise.again')}>
          <Input maxLength={200} />
        </Form.Item>
        <Day name="againOn" label={t('promise.againOn')} need={false} />
      </>
    )
  }
  if (verb !== 'postpone') return <Words name="reason" label={t(`promise.why.${verb}`)} />
  return (
    <>
      <Day name="day" label={t('promise.newDay')} need />
      <Form.Item name="dueTime" label={t('promise.newTime')}>
        <Input maxLength={5} placeholder="15:00" />
      </Form.Item>
      <Words name="reason" label={t('promise.why.postpone')} />
      <Form.Item name="agreed" valuePropName="checked">
        <Checkbox>{t('promise.agreed')}</Checkbox>
      </Form.Item>
    </>
  )
}

interface Props {
  row: Row
  verb: Asked
  act: (body: object) => Promise<void>
  close: () => void
}

/** Asks what an act takes: a proof, a reason, another day, what was said to the customer. */
export default function EndDialog({ row, verb, act, close }: Props) {
  const { t } = useTexts()
  const sending = useSending<Values>((values) => act(bodyOf(verb, values)))
  const what = String(row.subject ?? '')
  return (
    <FormDialog
      title={t('promise.actOn', { act: t(`promise.acts.${verb}`), what })}
      text={t(`promise.hints.${verb}`)}
      yes={t(`promise.acts.${verb}`)}
      danger={verb === 'strike'}
      width={520}
      sending={sending}
      close={close}
    >
      <Fields verb={verb} />
    </FormDialog>
  )
}
