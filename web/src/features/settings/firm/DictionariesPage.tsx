import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { http, useAlone, Problem, type Dictionary, type DictionaryItem } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast, toastProblem } from '@/platform/toast'
import { Recoloured } from '../Colours'
import { Panel } from '../Panel'
import { Renamed } from '../Renamed'
import { useResource } from '../useResource'
import { useWish } from '../useWish'

type Dictionaries = ReturnType<typeof useResource<Dictionary>>

interface LineProps {
  dictionary: Dictionary
  item: DictionaryItem
  all: Dictionaries
  move: (step: number) => void
}

function useItem({ dictionary, item, all }: Omit<LineProps, 'move'>) {
  const { t } = useTexts()
  const path = `/dictionaries/${dictionary.key}/items/${item.id}`
  const change = (body: Partial<DictionaryItem>) => all.patch(path, body, item.version)
  const refused = (error: unknown) => {
    if (!(error instanceof Problem && error.code === 'inUse')) return toastProblem(error)
    const act = { label: t('settings.disable'), run: () => void change({ disabled: true }) }
    return showToast({ kind: 'failed', text: error.message, act })
  }
  const remove = () =>
    http.delete(path).then(() => all.run(Promise.resolve(), t('settings.removed')), refused)
  return { change, remove }
}

interface InUseProps {
  value: boolean
  label: string
  save: (on: boolean) => Promise<unknown>
}

/** Stands as it was asked to at once, so that a second click takes the first back instead of repeating it. */
function InUse({ value, label, save }: InUseProps) {
  const { stands, wish } = useWish(value, save)
  return <Switch size="small" checked={stands} aria-label={label} onChange={wish} />
}

function Line({ dictionary, item, all, move }: LineProps) {
  const { t } = useTexts()
  const { change, remove } = useItem({ dictionary, item, all })
  const label = (act: string) => `${act} ${item.label}`
  return (
    <tr>
      <td style={{ paddingLeft: item.parent ? 32 : undefined }}>
        <Renamed
          value={item.label}
          label={label(t('common.name'))}
          save={(text) => change({ label: text })}
        />
      </td>
      <td>
        <Renamed
          value={item.labelEn ?? ''}
          label={label(t('settings.english'))}
          save={(text) => change({ labelEn: text })}
        />
      </td>
      <td>
        <Recoloured
          value={item.color ?? null}
          label={label(t('settings.colour'))}
          save={(color) => change({ color })}
        />
      </td>
      <td>
        <InUse
          value={!item.disabled}
          label={label(t('settings.inUse'))}
          save={(on) => change({ disabled: !on })}
        />
      </td>
      <td>
        <Button
          size="small"
          type="text"
          icon={<ArrowUpOutlined />}
          aria-label={label(t('list.moveUp'))}
          onClick={() => move(-1)}
        />
        <Button
          size="small"
          type="text"
          icon={<ArrowDownOutlined />}
          aria-label={label(t('list.moveDown'))}
          onClick={() => move(1)}
        />
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={label(t('common.delete'))}
          onClick={() => void remove()}
        />
      </td>
    </tr>
  )
}

function AddItem({ dictionary, all }: { dictionary: Dictionary; all: Dictionaries }) {
  const { t } = useTexts()
  const [form] = Form.useForm<{ label: string; parent?: string }>()
  const { alone } = useAlone()
  const add = async (values: { label: string; parent?: string }) => {
    const made = await alone(() => all.run(http.post(`/dictionaries/${dictionary.key}/items`, values)))
    if (made) form.resetFields()
  }
  return (
    <Form
      form={form}
      layout="inline"
      className="settings-add"
      onFinish={(values) => void add(values)}
      style={{ marginTop: 12 }}
    >
      <Form.Item name="label" rules={[{ required: true, message: t('auth.required') }]}>
        <Input aria-label={t('settings.newItem')} placeholder={t('settings.newItem')} maxLength={40} />
      </Form.Item>
      {dictionary.levels === 2 && (
        <Form.Item name="parent">
          <Select
            allowClear
            aria-label={t('settings.below')}
            placeholder={t('settings.below')}
            style={{ width: 160 }}
            options={dictionary.items
              .filter((item) => !item.parent)
              .map(({ id, label }) => ({ value: id, label }))}
          />
        </Form.Item>
      )}
      <Button htmlType="submit">{t('common.add')}</Button>
    </Form>
  )
}

function ordered(items: DictionaryItem[]) {
  const byOrder = [...items].sort((a, b) => a.order - b.order)
  return byOrder
    .filter((item) => !item.parent)
    .flatMap((item) => [item, ...byOrder.filter((child) => child.parent === item.id)])
}

function Items({ dictionary, all }: { dictionary: Dictionary; all: Dictionaries }) {
  const { t } = useTexts()
  const items = ordered(dictionary.items)
  const move = (item: DictionaryItem, step: number) => {
    const peers = items.filter(({ parent }) => parent === item.parent).map(({ id }) => id)
    const at = peers.indexOf(item.id)
    if (!peers[at + step]) return
    const ids = peers.filter((id) => id !== item.id)
    ids.splice(at + step, 0, item.id)
    void all.run(http.put(`/dictionaries/${dictionary.key}/order`, { ids }), null)
  }
  return (
    <div className="scroll-x">
      <table className="grid-table">
        <thead>
          <tr>
            <th>{t('common.name')}</th>
            <th>{t('settings.english')}</th>
            <th>{t('settings.colour')}</th>
            <th>{t('settings.inUse')}</th>
            <th>{t('settings.order')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Line
              key={item.id}
              dictionary={dictionary}
              item={item}
              all={all}
              move={(step) => move(item, step)}
            />
          ))}
        </tbody>
      </table>
      <AddItem dictionary={dictionary} all={all} />
    </div>
  )
}

export default function DictionariesPage() {
  const { of } = useTexts()
  const all = useResource<Dictionary>('/dictionaries', ['dictionaries'])
  const [key, setKey] = useState<string | null>(null)
  const list = all.query.data ?? []
  const current = list.find((dictionary) => dictionary.key === key) ?? list[0]
  return (
    <Panel section="dictionaries" query={all.query}>
      <div className="settings-split">
        <ul>
          {list.map((dictionary) => (
            <li key={dictionary.key}>
              <button
                type="button"
                aria-current={dictionary === current}
                className={dictionary === current ? 'plain side-link is-current' : 'plain side-link'}
                onClick={() => setKey(dictionary.key)}
              >
                {of(dictionary.label)}
              </button>
            </li>
          ))}
        </ul>
        {current && <Items key={current.key} dictionary={current} all={all} />}
      </div>
    </Panel>
  )
}
