import {
  DeleteOutlined,
  EditOutlined,
  FormOutlined,
  PlusOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { http, type Job } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs'
import { ask, Empty, Tag } from '@/platform/ui'
import { Panel } from '../Panel'
import { useResource } from '../useResource'
import { indexable, type CustomField } from './customField'
import { FieldDialog } from './FieldDialog'

type ObjectKey = 'customer' | 'contact' | 'activity' | 'lead' | 'task' | 'visit' | 'promise'

interface LineProps {
  field: CustomField
  edit: () => void
  remove: () => void
  index: () => void
}

function Line({ field, edit, remove, index }: LineProps) {
  const { t } = useTexts()
  const act = (what: string) => `${what} ${field.label}`
  return (
    <tr>
      <td>
        {field.label} {field.required && <Tag color="warn">{t('settings.required')}</Tag>}
      </td>
      <td className="ink2">{field.labelEn}</td>
      <td>{t(`settings.types.${field.type as 'text'}`)}</td>
      <td className="ink3">custom.{field.key}</td>
      <td>
        {field.indexed ? (
          <Tag color="ok">{t('settings.indexed')}</Tag>
        ) : (
          indexable(field) && (
            <Button
              size="small"
              type="text"
              icon={<ThunderboltOutlined />}
              onClick={index}
              aria-label={act(t('settings.index'))}
            >
              {t('settings.index')}
            </Button>
          )
        )}
      </td>
      <td>
        <Button
          size="small"
          type="text"
          icon={<EditOutlined />}
          aria-label={act(t('common.edit'))}
          onClick={edit}
        />
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={act(t('common.delete'))}
          onClick={remove}
        />
      </td>
    </tr>
  )
}

function useCustomFields(object: ObjectKey) {
  const { t } = useTexts()
  const client = useQueryClient()
  const path = `/custom-fields/${object}`
  const fields = useResource<CustomField>(path)
  const fresh = () => client.invalidateQueries({ queryKey: ['fields', object] })
  const jobs = useJobs(() => void client.invalidateQueries({ queryKey: [path] }))
  const save = async (field: CustomField | null, body: object) => {
    const done = await (field ? fields.change(field.id, body, field.version) : fields.add(body))
    if (done) await fresh()
    return done
  }
  const remove = async (field: CustomField) => {
    const question = {
      title: t('settings.fieldAsk', { name: field.label }),
      text: t('settings.fieldText'),
      yes: t('common.delete'),
      no: t('common.keep'),
      danger: true,
    }
    if ((await ask(question)) && (await fields.remove(field.id))) await fresh()
  }
  const index = (field: CustomField) => jobs.start(http.post<Job>(`${path}/${field.id}/index`))
  return { query: fields.query, save, remove, index }
}

function FieldsOf({ object, choose }: { object: ObjectKey; choose: (object: ObjectKey) => void }) {
  const { t } = useTexts()
  const { query, save, remove, index } = useCustomFields(object)
  const [editing, setEditing] = useState<CustomField | 'new' | null>(null)
  const acts = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('settings.newField')}
    </Button>
  )
  const options = [
    { value: 'customer' as const, label: t('customer.one') },
    { value: 'contact' as const, label: t('contact.one') },
    { value: 'lead' as const, label: t('lead.one') },
    { value: 'activity' as const, label: t('activity.one') },
    { value: 'task' as const, label: t('task.one') },
    { value: 'visit' as const, label: t('visit.one') },
    { value: 'promise' as const, label: t('promise.one') },
  ]
  return (
    <Panel section="fields" query={query} acts={acts}>
      <Segmented<ObjectKey> value={object} onChange={choose} options={options} />
      {query.data?.length === 0 && (
        <Empty icon={<FormOutlined />} title={t('settings.noFields')} hint={t('settings.noFieldsHint')} />
      )}
      <div className="scroll-x">
        <table className="grid-table" style={{ marginTop: 12 }}>
          <tbody>
            {query.data?.map((field) => (
              <Line
                key={field.id}
                field={field}
                edit={() => setEditing(field)}
                remove={() => void remove(field)}
                index={() => void index(field)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {editing && (
        <FieldDialog field={editing === 'new' ? null : editing} save={save} close={() => setEditing(null)} />
      )}
    </Panel>
  )
}

/** Fields a firm adds itself; they work in lists, filters, forms and imports at once. */
export default function FieldsPage() {
  const [object, setObject] = useState<ObjectKey>('customer')
  return <FieldsOf key={object} object={object} choose={setObject} />
}
