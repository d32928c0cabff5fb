import { SwapOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useMemo } from 'react'
import { currencyChoice, dayOf, offered, useTexts } from '@/platform/i18n'
import { useSession } from '@/platform/session'
import { Empty, Wide } from '@/platform/ui'
import { Panel } from '../Panel'
import { RateLines } from './RateLines'
import { useRates, type Rates } from './rates'

interface Typed {
  currency: string
  rate: string
  from: Dayjs
}

/** A rate as it is said: 1 USD = 7.12 CNY, from a day. */
function NewRate({ base, rates }: { base: string; rates: Rates }) {
  const { t, locale } = useTexts()
  const [form] = Form.useForm<Typed>()
  const currency = Form.useWatch('currency', form)
  const options = useMemo(() => offered(base).map((code) => currencyChoice(code, locale)), [base, locale])
  const needed = [{ required: true, message: t('auth.required') }]
  const add = async ({ currency, rate, from }: Typed) => {
    const draft = { currency, rate: rate.trim(), validFrom: from.format('YYYY-MM-DD') }
    if (await rates.add(draft)) form.resetFields(['rate'])
  }
  return (
    <Form<Typed>
      form={form}
      className="rate-form"
      layout="inline"
      initialValues={{ currency: offered(base)[0], from: dayjs(dayOf(new Date().toISOString())) }}
      onFinish={(typed) => void add(typed)}
    >
      <Form.Item name="currency">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('rates.currency')}
          options={options}
        />
      </Form.Item>
      <Form.Item name="rate" rules={needed}>
        <Input
          aria-label={t('rates.rate')}
          inputMode="decimal"
          maxLength={30}
          prefix={currency && `1 ${currency} =`}
          suffix={base}
        />
      </Form.Item>
      <Form.Item name="from">
        <DatePicker allowClear={false} aria-label={t('rates.from')} />
      </Form.Item>
      <Button htmlType="submit">{t('common.add')}</Button>
    </Form>
  )
}

export default function RatesPage() {
  const { t } = useTexts()
  const { firm } = useSession()
  const rates = useRates()
  const all = rates.query.data ?? []
  return (
    <Panel section="rates" query={rates.query}>
      <NewRate key={firm.currency} base={firm.currency} rates={rates} />
      {all.length === 0 && (
        <Empty
          icon={<SwapOutlined />}
          title={t('rates.none')}
          hint={t('rates.noneHint', { currency: firm.currency })}
        />
      )}
      {all.length > 0 && (
        <Wide label={t('settings.sections.rates')}>
          <table className="grid-table narrow rates">
            <thead>
              <tr>
                <th>{t('rates.currency')}</th>
                <th>{t('rates.worth', { currency: firm.currency })}</th>
                <th>{t('rates.from')}</th>
                <th aria-label={t('common.delete')} />
              </tr>
            </thead>
            <tbody>
              {all.map((rate) => (
                <RateLines key={rate.currency} rate={rate} rates={rates} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {all.length > 0 && <p className="note">{t('rates.note')}</p>}
    </Panel>
  )
}
