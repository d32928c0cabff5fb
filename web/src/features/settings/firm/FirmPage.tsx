import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useMemo } from 'react'
import { http } from '@/platform/http'
import { currencyChoice, offered, useTexts, useZones } from '@/platform/i18n'
import { sessionKey } from '@/platform/session'
import { showToast } from '@/platform/toast'
import { Panel } from '../Panel'
import { toastRefusal } from '../refusal'
import { DuplicateRulesForm } from './DuplicateRulesForm'
import { LimitsForm } from './LimitsForm'

interface Firm {
  version: number
  name: string
  shortName: string | null
  timeZone: string
  currency: string
  locale: string
}

const key = ['firm']

function FirmForm({ firm }: { firm: Firm }) {
  const { t, locale } = useTexts()
  const zones = useZones()
  const client = useQueryClient()
  const currencies = useMemo(
    () => [firm.currency, ...offered(firm.currency)].map((code) => currencyChoice(code, locale)),
    [firm.currency, locale],
  )
  const save = (values: Firm) =>
    http
      .patch<Firm>('/firm', values, firm.version)
      .then((saved) => client.setQueryData(key, saved))
      .then(() => client.invalidateQueries({ queryKey: sessionKey }))
      .then(() => client.invalidateQueries({ queryKey: ['checklist'] }))
      .then(
        () => showToast({ kind: 'done', text: t('common.done'), stays: 2500 }),
        (error: unknown) => toastRefusal(error, () => void client.invalidateQueries({ queryKey: key })),
      )
  return (
    <Form<Firm>
      className="settings-form"
      layout="vertical"
      initialValues={firm}
      onFinish={(values) => void save(values)}
    >
      <Form.Item name="name" label={t('auth.firm')} rules={[{ required: true, message: t('auth.required') }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="shortName" label={t('settings.shortName')} extra={t('settings.shortNameHelp')}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="timeZone" label={t('auth.timeZone')}>
        <Select showSearch options={zones} />
      </Form.Item>
      <Form.Item name="currency" label={t('settings.currency')}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={currencies} />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t('common.save')}
      </Button>
    </Form>
  )
}

export default function FirmPage() {
  // A line that comes back must not replace what is being typed by what somebody else saved meanwhile.
  const query = useQuery({
    queryKey: key,
    queryFn: () => http.get<Firm>('/firm'),
    refetchOnReconnect: false,
  })
  return (
    <Panel section="firm" query={query}>
      {query.data && <FirmForm key={query.data.version} firm={query.data} />}
      <DuplicateRulesForm />
      <LimitsForm />
    </Panel>
  )
}
