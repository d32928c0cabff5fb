import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber } from 'antd'
import { http } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { toastRefusal } from '../refusal'

interface Values {
  storageMegabytes: number
  exportRowsPerDay: number
  completePercent: number
  unchangedDays: number
}

type Limits = Values & { version: number }

const key = ['firm', 'limits']
const path = '/firm/limits'

function Fields({ limits }: { limits: Limits }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const save = (values: Values) =>
    http.patch<Limits>(path, values, limits.version).then(
      (saved) => {
        client.setQueryData(key, saved)
        showToast({ kind: 'done', text: t('common.done'), stays: 2500 })
      },
      (error: unknown) => toastRefusal(error, () => void client.invalidateQueries({ queryKey: key })),
    )
  const amount = (name: keyof Values, max: number, unit: string) => (
    <Form.Item
      name={name}
      label={t(`settings.limits.${name}`)}
      extra={t(`settings.limits.${name}Help`)}
      rules={[{ required: true, message: t('auth.required') }]}
    >
      <InputNumber<number> min={0} max={max} precision={0} suffix={unit} />
    </Form.Item>
  )
  return (
    <Form<Values>
      className="settings-form"
      layout="vertical"
      initialValues={limits}
      onFinish={(values) => void save(values)}
    >
      {amount('storageMegabytes', 10_000_000, 'MB')}
      {amount('exportRowsPerDay', 100_000_000, t('settings.limits.rows'))}
      {amount('completePercent', 100, '%')}
      {amount('unchangedDays', 3_650, t('settings.limits.days'))}
      <Button htmlType="submit">{t('settings.limits.save')}</Button>
    </Form>
  )
}

/** How much the firm may keep and its people may take out, and from where on a customer is to be cleaned up. */
export function LimitsForm() {
  const { t } = useTexts()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: key,
    queryFn: () => http.get<Limits>(path),
    refetchOnReconnect: false,
  })
  return (
    <section className="settings-part">
      <h2 className="section">{t('settings.limits.title')}</h2>
      {isPending && <RowSkeleton rows={3} />}
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('settings.limits.title') })}
          error={error}
          again={() => void refetch()}
        />
      )}
      {data && <Fields key={data.version} limits={data} />}
    </section>
  )
}
