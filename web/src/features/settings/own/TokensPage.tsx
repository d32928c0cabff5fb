import { ApiOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input, Modal, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { http } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { useSession } from '@/platform/session'
import { ask, CopyButton, Empty, Tag } from '@/platform/ui'
import { Panel } from '../Panel'
import { useResource } from '../useResource'

interface Token {
  id: string
  name: string
  scopes: string[]
  createdAt?: string
  expiresAt: string | null
}
interface Draft {
  name: string
  scopes: string[]
  expiresAt?: Dayjs | null
}

/** "customer.export" as "客户 导出"; the rare ones keep their name. */
function useScope() {
  const { t } = useTexts()
  return (scope: string) => {
    const [object, action] = scope.split('.')
    const what = t(`settings.logObjects.${object as 'person'}`, { defaultValue: '' })
    const act = t(`settings.actions.${action as 'read'}`, { defaultValue: '' })
    return what && act ? `${what} ${act}` : scope
  }
}

function NewToken({ close, made }: { close: () => void; made: () => void }) {
  const { t } = useTexts()
  const { permissions } = useSession()
  const said = useScope()
  const [token, setToken] = useState<string | null>(null)
  const sending = useSending<Draft>(async ({ name, scopes, expiresAt }) => {
    const body = { name, scopes, expiresAt: expiresAt?.toISOString() ?? null }
    const answer = await http.post<{ token: string }>('/tokens', body)
    setToken(answer.token)
    made()
  })
  if (token) {
    return (
      <Modal
        open
        title={t('settings.tokenMade')}
        footer={
          <>
            <CopyButton text={token} />
            <Button type="primary" onClick={close}>
              {t('settings.tokenKept')}
            </Button>
          </>
        }
        onCancel={close}
      >
        <p className="ink2">{t('settings.tokenOnce')}</p>
        <p className="secret">{token}</p>
      </Modal>
    )
  }
  const needed = [{ required: true, message: t('auth.required') }]
  return (
    <FormDialog
      title={t('settings.newToken')}
      yes={t('settings.makeToken')}
      width={520}
      sending={sending}
      close={close}
    >
      <Form.Item name="name" label={t('common.name')} rules={needed}>
        <Input autoFocus maxLength={60} placeholder={t('settings.tokenFor')} />
      </Form.Item>
      <Form.Item name="scopes" label={t('settings.scopes')} rules={needed} extra={t('settings.scopesHelp')}>
        <Select
          mode="multiple"
          listHeight={400}
          optionFilterProp="label"
          options={permissions.map((value) => ({ value, label: said(value) }))}
        />
      </Form.Item>
      <Form.Item name="expiresAt" label={t('settings.expires')}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  )
}

export default function TokensPage() {
  const { t } = useTexts()
  const tokens = useResource<Token>('/tokens')
  const [making, setMaking] = useState(false)
  const said = useScope()
  const remove = async (token: Token) => {
    const question = {
      title: t('settings.tokenAsk', { name: token.name }),
      text: t('settings.tokenText'),
      yes: t('settings.tokenYes'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question)) await tokens.remove(token.id)
  }
  const acts = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {t('settings.newToken')}
    </Button>
  )
  return (
    <Panel section="tokens" query={tokens.query} acts={acts}>
      {tokens.query.data?.length === 0 && (
        <Empty icon={<ApiOutlined />} title={t('settings.noTokens')} hint={t('settings.noTokensHint')} />
      )}
      <ul>
        {tokens.query.data?.map((token) => (
          <li key={token.id} className="tree-line">
            <b>{token.name}</b>
            <span className="grow value-tags">
              {token.scopes.map((scope) => (
                <Tag key={scope}>{said(scope)}</Tag>
              ))}
            </span>
            <span className="note num">
              {token.expiresAt
                ? t('settings.until', { at: formatMoment(token.expiresAt) })
                : t('settings.forever')}
            </span>
            <Button size="small" onClick={() => void remove(token)}>
              {t('settings.tokenYes')}
            </Button>
          </li>
        ))}
      </ul>
      {making && <NewToken close={() => setMaking(false)} made={() => void tokens.query.refetch()} />}
    </Panel>
  )
}
