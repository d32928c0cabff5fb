import dayjs, { type Dayjs } from 'dayjs'
import { Button, DatePicker, Form, Input, Select } from 'antd'
import { useTexts } from '@/platform/i18n'
import { useFound } from '@/platform/inputs/useFound'
import { useTyped } from '@/platform/keyboard/useTyped'
import type { Question } from './affected'

interface Values {
  from: Dayjs
  to: Dayjs
  person?: string
  token?: string
  address?: string
}

function Colleague({
  value,
  onChange,
  id,
}: {
  value?: string
  onChange?: (id?: string) => void
  id?: string
}) {
  const { t } = useTexts()
  const { settled, change, input } = useTyped()
  const { found, isFetching } = useFound('person', settled.trim())
  return (
    <div {...input}>
      <Select<string>
        {...(id && { id })}
        value={value ?? null}
        onChange={(next) => onChange?.(next)}
        showSearch={{ filterOption: false, onSearch: change }}
        loading={isFetching}
        allowClear
        placeholder={t('affected.anybody')}
        options={found.map((one) => ({ value: one.id, label: one.label }))}
      />
    </div>
  )
}

/** Asks by whom, through what and when; only the time is needed. */
export function AffectedForm({ ask }: { ask: (question: Question) => void }) {
  const { t } = useTexts()
  const needed = [{ required: true, message: t('auth.required') }]
  const send = ({ from, to, person, token, address }: Values) =>
    ask({
      from: from.toISOString(),
      to: to.toISOString(),
      person: person ?? undefined,
      token: token?.trim() ?? undefined,
      address: address?.trim() ?? undefined,
    })
  return (
    <Form<Values>
      className="settings-form"
      layout="vertical"
      initialValues={{ from: dayjs().subtract(7, 'day').startOf('day'), to: dayjs().endOf('day') }}
      onFinish={send}
    >
      <div className="settings-pairs">
        <Form.Item name="from" label={t('affected.from')} rules={needed}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={false} />
        </Form.Item>
        <Form.Item name="to" label={t('affected.to')} rules={needed}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={false} />
        </Form.Item>
        <Form.Item name="person" label={t('affected.person')}>
          <Colleague />
        </Form.Item>
        <Form.Item name="token" label={t('affected.token')}>
          <Input maxLength={100} placeholder={t('affected.tokenHint')} />
        </Form.Item>
        <Form.Item name="address" label={t('affected.address')}>
          <Input maxLength={100} placeholder={t('affected.addressHint')} />
        </Form.Item>
      </div>
      <Button htmlType="submit">{t('affected.look')}</Button>
    </Form>
  )
}
