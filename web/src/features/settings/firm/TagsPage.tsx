import { DeleteOutlined, TagOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import type { Tag as TagRow } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { grouped } from '@/platform/records'
import { ask, Empty, Tag, Wide } from '@/platform/ui'
import { ColourSelect, Recoloured } from '../Colours'
import { Panel } from '../Panel'
import { Renamed } from '../Renamed'
import { useResource } from '../useResource'

type Tags = ReturnType<typeof useResource<TagRow>>

const groupList = 'tag-groups'

function Line({ tag, tags }: { tag: TagRow; tags: Tags }) {
  const { t } = useTexts()
  const remove = async () => {
    const question = {
      title: t('settings.tagAsk', { name: tag.name }),
      text: t('settings.tagText', { n: formatNumber(tag.count ?? 0) }),
      yes: t('common.delete'),
      no: t('common.keep'),
      danger: true,
    }
    if (!tag.count || (await ask(question))) await tags.remove(tag.id)
  }
  return (
    <tr>
      <td>
        <Tag color={tag.color}>{tag.name}</Tag>
      </td>
      <td>
        <Renamed
          value={tag.name}
          label={`${t('common.name')} ${tag.name}`}
          save={(name) => tags.change(tag.id, { name }, tag.version)}
        />
      </td>
      <td>
        <Renamed
          optional
          list={groupList}
          value={tag.group ?? ''}
          label={`${t('settings.group')} ${tag.name}`}
          save={(group) => tags.change(tag.id, { group }, tag.version)}
        />
      </td>
      <td>
        <Recoloured
          value={tag.color}
          label={`${t('settings.colour')} ${tag.name}`}
          save={(color) => tags.change(tag.id, { color }, tag.version)}
        />
      </td>
      <td className="num">{formatNumber(tag.count ?? 0)}</td>
      <td>
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`${t('common.delete')} ${tag.name}`}
          onClick={() => void remove()}
        />
      </td>
    </tr>
  )
}

function Table({ groups, tags }: { groups: ReturnType<typeof grouped<TagRow>>; tags: Tags }) {
  const { t } = useTexts()
  return (
    <Wide label={t('settings.sections.tags')}>
      <table className="grid-table narrow">
        <thead>
          <tr>
            <th>{t('bulk.tags')}</th>
            <th>{t('common.name')}</th>
            <th>{t('settings.group')}</th>
            <th>{t('settings.colour')}</th>
            <th>{t('settings.used')}</th>
            <th aria-label={t('common.delete')} />
          </tr>
        </thead>
        {groups.map(({ group, items }) => (
          <tbody key={group}>
            {group && (
              <tr>
                <th scope="rowgroup" colSpan={6}>
                  {group}
                </th>
              </tr>
            )}
            {items.map((tag) => (
              <Line key={tag.id} tag={tag} tags={tags} />
            ))}
          </tbody>
        ))}
      </table>
    </Wide>
  )
}

type NewTag = Pick<TagRow, 'name' | 'color' | 'group'>

export default function TagsPage() {
  const { t } = useTexts()
  const tags = useResource<TagRow>('/tags', ['tags', 'counted'], { counts: true })
  const all = tags.query.data ?? []
  const groups = grouped(all)
  const [form] = Form.useForm<NewTag>()
  const add = async (values: NewTag) => {
    if (await tags.add(values)) form.resetFields()
  }
  return (
    <Panel section="tags" query={tags.query}>
      <Form
        form={form}
        layout="inline"
        className="settings-add"
        initialValues={{ color: 'gray' }}
        onFinish={(values) => void add(values)}
      >
        <Form.Item name="name" rules={[{ required: true, message: t('auth.required') }]}>
          <Input aria-label={t('settings.newTag')} placeholder={t('settings.newTag')} maxLength={30} />
        </Form.Item>
        <Form.Item name="group">
          <Input
            aria-label={t('settings.group')}
            placeholder={t('settings.groupHint')}
            maxLength={30}
            list={groupList}
          />
        </Form.Item>
        <Form.Item name="color">
          <ColourSelect />
        </Form.Item>
        <Button htmlType="submit">{t('common.add')}</Button>
      </Form>
      {all.length === 0 && (
        <Empty icon={<TagOutlined />} title={t('settings.noTags')} hint={t('settings.noTagsHint')} />
      )}
      {all.length > 0 && <Table groups={groups} tags={tags} />}
      <datalist id={groupList}>
        {groups.map(({ group }) => group && <option key={group} value={group} />)}
      </datalist>
    </Panel>
  )
}
