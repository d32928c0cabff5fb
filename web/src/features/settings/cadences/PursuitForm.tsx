import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber, Select } from 'antd'
import { http, useAlone } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { toastRefusal } from '../refusal'
import { useKinds } from './CadenceForm'

interface Usual {
  version: number
  usualFrom: number
  usualTo: number
  spacingFrom: number
  spacingTo: number
  kinds: string[]
}

const path = '/pursuit-rules'
const key = ['pursuit-rules']
const MOST_TIMES = 100
const MOST_DAYS = 365

interface RangeProps {
  label: string
  names: ['usualFrom' | 'spacingFrom', 'usualTo' | 'spacingTo']
  least: number
  most: number
}

/** From so many to so many. */
function Range({ label, names, least, most }: RangeProps) {
  const { t } = useTexts()
  const rules = [{ required: true, message: t('auth.required') }]
  const words = [t('pursuit.from'), t('pursuit.to')]
  return (
    <fieldset className="pool-returns">
      <legend>{label}</legend>
      <div className="pool-amounts">
        {names.map((name, at) => (
          <Form.Item key={name} name={name} label={words[at]} rules={rules}>
            <InputNumber min={least} max={most} precision={0} aria-label={`${label} ${words[at]}`} />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  )
}

function Editor({ read }: { read: Usual }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const { alone, busy } = useAlone()
  const kinds = useKinds()
  const [form] = Form.useForm<Usual>()
  const save = async ({ usualFrom, usualTo, spacingFrom, spacingTo, kinds: counted }: Usual) => {
    try {
      const body = { usualFrom, usualTo, spacingFrom, spacingTo, kinds: counted ?? [] }
      client.setQueryData(key, await http.put<Usual>(path, body, read.version))
      showToast({ kind: 'done', text: t('common.done'), stays: 2500 })
      await client.invalidateQueries({ queryKey: ['pursuit'] })
    } catch (error) {
      toastRefusal(error, () => void client.invalidateQueries({ queryKey: key }))
    }
  }
  return (
    <Form<Usual>
      form={form}
      className="settings-form"
      layout="vertical"
      initialValues={read}
      onFinish={(values) => void alone(() => save(values))}
    >
      <Range label={t('pursuit.usual')} names={['usualFrom', 'usualTo']} least={1} most={MOST_TIMES} />
      <Range label={t('pursuit.gap')} names={['spacingFrom', 'spacingTo']} least={0} most={MOST_DAYS} />
      <Form.Item name="kinds" label={t('pursuit.kinds')}>
        <Select mode="multiple" options={kinds} optionFilterProp="label" placeholder={t('pursuit.anyKind')} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('pursuit.save')}
      </Button>
    </Form>
  )
}

/** How many times and how many days between two the firm holds usual. */
export function PursuitForm() {
  const { t } = useTexts()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<Usual>(path, undefined, signal),
    refetchOnReconnect: false,
  })
  return (
    <section>
      <h2 className="section">{t('pursuit.rules')}</h2>
      <p className="note">{t('pursuit.rulesHint')}</p>
      {isPending && <RowSkeleton rows={3} />}
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('pursuit.rules') })}
          error={error}
          again={() => void refetch()}
        />
      )}
      {data && <Editor key={data.version} read={data} />}
    </section>
  )
}
