import { DeleteOutlined, PlusOutlined, SolutionOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { http, useAlone } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { openJobs, watchJob } from '@/platform/jobs'
import { useRefresh } from '@/platform/records'
import { showToast, toastProblem } from '@/platform/toast'
import { Empty } from '@/platform/ui'
import { Panel } from '../Panel'
import { toastRefusal } from '../refusal'

interface Criterion {
  id?: string
  kind: 'fit' | 'interest'
  name: string
  points: number
}

interface Criteria {
  threshold: number
  items: Criterion[]
}

const path = '/lead-qualification'
const key = ['lead-qualification']
const MOST = 30

function useCriteria() {
  const { t } = useTexts()
  const client = useQueryClient()
  const { alone, busy } = useAlone()
  const refresh = useRefresh()
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<Criteria & { version: number }>(path, undefined, signal),
    refetchOnReconnect: false,
  })
  const judged = async () => {
    const judging = (await openJobs()).find(({ kind }) => kind === 'leadJudging')
    if (judging) await watchJob(judging, { client, after: () => undefined })
    await refresh('lead')
  }
  const save = (criteria: Criteria) =>
    alone(async () => {
      try {
        client.setQueryData(key, await http.put(path, criteria, query.data?.version))
        showToast({ kind: 'done', text: t('lead.criteriaSaved'), stays: 2500 })
        await client.invalidateQueries({ queryKey: ['qualification'] })
        void judged().catch(toastProblem)
      } catch (error) {
        toastRefusal(error, () => void client.invalidateQueries({ queryKey: key }))
      }
    })
  return { query, save, busy }
}

function Line({ at, remove }: { at: number; remove: () => void }) {
  const { t } = useTexts()
  const needed = { required: true, message: t('auth.required') }
  const kinds = (['fit', 'interest'] as const).map((kind) => ({
    value: kind,
    label: t(`lead.kinds.${kind}`),
  }))
  return (
    <div className="criterion">
      <Form.Item name={[at, 'id']} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[at, 'kind']}>
        <Select options={kinds} aria-label={t('lead.kind')} />
      </Form.Item>
      <Form.Item name={[at, 'name']} rules={[{ ...needed, whitespace: true }]} className="grow">
        <Input maxLength={60} aria-label={t('lead.criterion')} placeholder={t('lead.criterion')} />
      </Form.Item>
      <Form.Item name={[at, 'points']} rules={[needed]}>
        <InputNumber min={1} max={100} precision={0} aria-label={t('lead.points')} />
      </Form.Item>
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('common.delete')} onClick={remove} />
    </div>
  )
}

function Editor({ read, save, busy }: { read: Criteria; save: (criteria: Criteria) => void; busy: boolean }) {
  const { t } = useTexts()
  const [form] = Form.useForm<Criteria>()
  const items = Form.useWatch('items', form) ?? read.items
  const total = items.reduce((sum, item) => sum + (item?.points ?? 0), 0)
  const send = ({ threshold, items: lines }: Criteria) =>
    save({
      threshold,
      items: lines.map(({ id, ...line }) => ({ ...(id && { id }), ...line })),
    })
  return (
    <Form<Criteria> form={form} layout="vertical" initialValues={read} onFinish={send}>
      <Form.List name="items">
        {(lines, { add, remove }) => (
          <>
            {lines.length === 0 && (
              <Empty
                icon={<SolutionOutlined />}
                title={t('lead.noCriteria')}
                hint={t('lead.noCriteriaHint')}
              />
            )}
            {lines.map(({ key: line, name }) => (
              <Line key={line} at={name} remove={() => remove(name)} />
            ))}
            <Button
              size="small"
              icon={<PlusOutlined />}
              disabled={lines.length >= MOST}
              onClick={() => add({ kind: 'fit', name: '', points: 10 })}
            >
              {t('lead.addCriterion')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item
        className="below"
        name="threshold"
        label={t('lead.threshold')}
        extra={t('lead.thresholdHelp', { total })}
        rules={[{ required: true, message: t('auth.required') }]}
      >
        <InputNumber min={1} max={1000} precision={0} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('lead.saveCriteria')}
      </Button>
    </Form>
  )
}

/** By what the firm judges whether a lead is worth the way. */
export default function LeadsPage() {
  const { query, save, busy } = useCriteria()
  return (
    <Panel section="leads" query={query}>
      {query.data && (
        <Editor
          key={query.data.version}
          read={query.data}
          save={(criteria) => void save(criteria)}
          busy={busy}
        />
      )}
    </Panel>
  )
}
