import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { http, useAlone, type Page } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useDictionaries } from '@/platform/records'
import { showToast } from '@/platform/toast'
import { Tag } from '@/platform/ui'
import { Panel } from '../Panel'
import { toastRefusal } from '../refusal'
import {
  asSent,
  asWritten,
  chooses,
  counts,
  kinds,
  STANDARD,
  type Kind,
  type Template,
  type Written,
} from './templates'
import './visits.css'

const KEY = ['visit-templates']
const MOST = 40

function Options({ at }: { at: number }) {
  const { t } = useTexts()
  return (
    <Form.List name={[at, 'options']}>
      {(lines, { add, remove }) => (
        <div className="visit-options">
          {lines.map(({ key, name }) => (
            <span key={key} className="row">
              <Form.Item name={[name, 'id']} hidden>
                <Input />
              </Form.Item>
              <Form.Item
                name={[name, 'label']}
                rules={[{ required: true, whitespace: true, message: t('auth.required') }]}
              >
                <Input maxLength={60} aria-label={t('visit.option', { n: name + 1 })} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('visit.dropOption', { n: name + 1 })}
                onClick={() => remove(name)}
              />
            </span>
          ))}
          <Button size="small" icon={<PlusOutlined />} onClick={() => add({ label: '' })}>
            {t('visit.addOption')}
          </Button>
        </div>
      )}
    </Form.List>
  )
}

function Bounds({ at, ranged }: { at: number; ranged: boolean }) {
  const { t } = useTexts()
  return (
    <div className="row">
      <Form.Item name={[at, 'unit']} label={t('visit.unit')}>
        <Input maxLength={10} />
      </Form.Item>
      {ranged && (
        <>
          <Form.Item name={[at, 'min']} label={t('visit.figures.min')}>
            <InputNumber />
          </Form.Item>
          <Form.Item name={[at, 'max']} label={t('visit.figures.max')}>
            <InputNumber />
          </Form.Item>
        </>
      )}
    </div>
  )
}

interface LineProps {
  at: number
  kind: Kind | undefined
  last: boolean
  remove: () => void
  move: (by: number) => void
}

function Line({ at, kind, last, remove, move }: LineProps) {
  const { t } = useTexts()
  return (
    <div className="visit-question">
      <Form.Item name={[at, 'id']} hidden>
        <Input />
      </Form.Item>
      <div className="row">
        <Form.Item name={[at, 'kind']}>
          <Select
            options={kinds.map((value) => ({ value, label: t(`visit.kinds.${value}`) }))}
            aria-label={t('visit.kindOf', { n: at + 1 })}
          />
        </Form.Item>
        <Form.Item
          name={[at, 'text']}
          className="grow"
          rules={[{ required: true, whitespace: true, message: t('auth.required') }]}
        >
          <Input maxLength={200} aria-label={t('visit.questionOf', { n: at + 1 })} />
        </Form.Item>
        <Form.Item
          name={[at, 'required']}
          valuePropName="checked"
          label={t('visit.needed')}
          layout="horizontal"
        >
          <Switch size="small" aria-label={t('visit.neededOf', { n: at + 1 })} />
        </Form.Item>
        <Button
          type="text"
          icon={<ArrowUpOutlined />}
          disabled={at === 0}
          aria-label={t('visit.up', { n: at + 1 })}
          onClick={() => move(-1)}
        />
        <Button
          type="text"
          icon={<ArrowDownOutlined />}
          disabled={last}
          aria-label={t('visit.down', { n: at + 1 })}
          onClick={() => move(1)}
        />
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('visit.dropQuestion', { n: at + 1 })}
          onClick={remove}
        />
      </div>
      {chooses(kind) && <Options at={at} />}
      {counts(kind) && <Bounds at={at} ranged={kind === 'number'} />}
    </div>
  )
}

interface EditorProps {
  template: Template | null
  save: (written: Written) => void
  busy: boolean
  close: () => void
}

function Editor({ template, save, busy, close }: EditorProps) {
  const { t } = useTexts()
  const [form] = Form.useForm<Written>()
  const questions = Form.useWatch('questions', form) ?? []
  const standard = template?.id === STANDARD
  const manners = useDictionaries().data?.find(({ key }) => key === 'visitManner')?.items ?? []
  return (
    <Form<Written> form={form} layout="vertical" initialValues={asWritten(template)} onFinish={save}>
      <Form.Item
        name="name"
        label={t('visit.templateName')}
        rules={[{ required: true, whitespace: true, message: t('auth.required') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      {!standard && (
        <>
          <Form.Item name="manner" label={t('visit.forManner')} extra={t('visit.forMannerHelp')}>
            <Select allowClear options={manners.map(({ id, label }) => ({ value: id, label }))} />
          </Form.Item>
          <Form.Item name="disabled" label={t('visit.off')} valuePropName="checked">
            <Switch />
          </Form.Item>
        </>
      )}
      <Form.List name="questions">
        {(lines, { add, remove, move }) => (
          <>
            {lines.map(({ key, name }) => (
              <Line
                key={key}
                at={name}
                kind={questions[name]?.kind}
                last={name === lines.length - 1}
                remove={() => remove(name)}
                move={(by) => move(name, name + by)}
              />
            ))}
            <Button
              icon={<PlusOutlined />}
              disabled={lines.length >= MOST}
              onClick={() => add({ kind: 'text', text: '', required: false })}
            >
              {t('visit.addQuestion')}
            </Button>
          </>
        )}
      </Form.List>
      <p className="note below">{t('visit.versionNote')}</p>
      <div className="row">
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!questions.length}>
          {t('common.save')}
        </Button>
      </div>
    </Form>
  )
}

function useTemplates() {
  const { t } = useTexts()
  const client = useQueryClient()
  const { alone, busy } = useAlone()
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => http.get<Page<Template>>('/visit-templates', undefined, signal),
    select: ({ items }) => items,
  })
  const fresh = () => client.invalidateQueries({ queryKey: KEY })
  const save = (template: Template | null, written: Written) =>
    alone(async () => {
      try {
        const body = asSent(written)
        if (template) await http.put(`/visit-templates/${template.id}`, body, template.version)
        else await http.post('/visit-templates', body)
        await fresh()
        showToast({ kind: 'done', text: t('visit.templateSaved'), stays: 2500 })
        return true
      } catch (error) {
        toastRefusal(error, () => void fresh())
        return false
      }
    })
  return { query, save, busy }
}

/** What is asked on visits, template by template. */
export default function VisitsPage() {
  const { t } = useTexts()
  const { query, save, busy } = useTemplates()
  const [open, setOpen] = useState<Template | 'new' | null>(null)
  const manners = useDictionaries().data?.find(({ key }) => key === 'visitManner')?.items ?? []
  const template = open === 'new' ? null : open
  return (
    <Panel
      section="visits"
      query={query}
      acts={
        !open && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
            {t('visit.addTemplate')}
          </Button>
        )
      }
    >
      {open && (
        <Editor
          key={template ? `${template.id}/${template.version}` : 'new'}
          template={template}
          busy={busy}
          close={() => setOpen(null)}
          save={(written) => void save(template, written).then((done) => done && setOpen(null))}
        />
      )}
      {!open && (
        <ul className="visit-templates">
          {query.data?.map((one) => (
            <li key={one.id}>
              <button type="button" className="link" onClick={() => setOpen(one)}>
                {one.name}
              </button>{' '}
              <span className="note">
                {manners.find(({ id }) => id === one.manner)?.label ?? t('visit.everyManner')} ·{' '}
                {t('visit.questionCount', { n: one.questions.length })}
              </span>{' '}
              {one.disabled && <Tag>{t('visit.off')}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
