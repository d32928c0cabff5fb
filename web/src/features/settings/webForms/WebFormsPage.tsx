import {
  CodeOutlined,
  DeleteOutlined,
  EditOutlined,
  FormOutlined,
  PlusOutlined,
  ReloadOutlined,
} from '@ant-design/icons'
import { Button, Switch } from 'antd'
import { useState } from 'react'
import { http } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { ask, Empty, Wide } from '@/platform/ui'
import { Panel } from '../Panel'
import { useResource } from '../useResource'
import { EmbedDialog } from './EmbedDialog'
import { WebFormDrawer } from './WebFormDrawer'
import { useAskable, type WebForm } from './webForms'
import './webForms.css'

interface LineProps {
  form: WebForm
  forms: ReturnType<typeof useResource<WebForm>>
  edit: () => void
  embed: () => void
}

function Line({ form, forms, edit, embed }: LineProps) {
  const { t } = useTexts()
  const { id, name } = form
  const renew = async () => {
    const question = {
      title: t('webForm.renewAsk', { name }),
      text: t('webForm.renewText'),
      yes: t('webForm.renew'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question)) await forms.run(http.post(`/web-forms/${id}/key`, undefined))
  }
  const remove = async () => {
    const question = {
      title: t('webForm.removeAsk', { name }),
      text: t('webForm.removeText'),
      yes: t('common.delete'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question)) await forms.remove(id)
  }
  const acts = [
    { icon: <CodeOutlined />, label: t('webForm.embedOf', { name }), act: embed },
    { icon: <EditOutlined />, label: t('webForm.changeOf', { name }), act: edit },
    { icon: <ReloadOutlined />, label: t('webForm.renewOf', { name }), act: () => void renew() },
    { icon: <DeleteOutlined />, label: `${t('common.delete')} ${name}`, act: () => void remove() },
  ]
  return (
    <tr>
      <td>{name}</td>
      <td>
        <Switch
          size="small"
          checked={form.active}
          aria-label={t('webForm.activeOf', { name })}
          onChange={(active) => void forms.change(id, { active }, form.version)}
        />
      </td>
      <td>{form.owners.length ? form.owners.map(({ label }) => label).join('、') : t('webForm.nobody')}</td>
      <td className="num">{formatNumber(form.taken)}</td>
      <td className="num">{formatNumber(form.keptOut)}</td>
      <td className="web-form-acts">
        {acts.map(({ icon, label, act }) => (
          <Button
            key={label}
            size="small"
            type="text"
            icon={icon}
            aria-label={label}
            title={label}
            onClick={act}
          />
        ))}
      </td>
    </tr>
  )
}

/** The forms on the firm's sites: what they ask, whose their leads are, and what came by them. */
export default function WebFormsPage() {
  const { t } = useTexts()
  const forms = useResource<WebForm>('/web-forms', ['web-forms'])
  const askable = useAskable().data
  const [editing, setEditing] = useState<WebForm | 'new' | null>(null)
  const [embedding, setEmbedding] = useState<WebForm | null>(null)
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('webForm.new')}
    </Button>
  )
  return (
    <Panel section="forms" query={forms.query} acts={add}>
      {forms.query.data?.length === 0 ? (
        <Empty icon={<FormOutlined />} title={t('webForm.none')} hint={t('webForm.noneHint')} />
      ) : (
        <Wide label={t('settings.sections.forms')}>
          <table className="grid-table">
            <thead>
              <tr>
                <th>{t('webForm.name')}</th>
                <th>{t('webForm.active')}</th>
                <th>{t('webForm.owners')}</th>
                <th>{t('webForm.taken')}</th>
                <th>{t('webForm.keptOut')}</th>
                <th aria-label={t('common.edit')} />
              </tr>
            </thead>
            <tbody>
              {forms.query.data?.map((form) => (
                <Line
                  key={form.id}
                  form={form}
                  forms={forms}
                  edit={() => setEditing(form)}
                  embed={() => setEmbedding(form)}
                />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {editing && askable && (
        <WebFormDrawer
          form={editing === 'new' ? null : editing}
          askable={askable}
          close={() => setEditing(null)}
        />
      )}
      {embedding && <EmbedDialog form={embedding} close={() => setEmbedding(null)} />}
    </Panel>
  )
}
