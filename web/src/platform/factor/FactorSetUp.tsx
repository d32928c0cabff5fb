import { useQuery } from '@tanstack/react-query'
import { Button, Form, QRCode } from 'antd'
import { useState } from 'react'
import { useSending } from '../form/useSending'
import { http } from '../http'
import { useTexts } from '../i18n'
import { RowSkeleton, Trouble } from '../ui'
import { CodeInput } from './CodeInput'
import { grouped } from './codes'
import { RecoveryCodes } from './RecoveryCodes'
import './factor.css'

interface Begun {
  secret: string
  address: string
}

/** The secret is asked for once and forgotten with the page that shows it. */
const useBegun = () =>
  useQuery({
    queryKey: ['factor', 'begun'],
    queryFn: () => http.post<Begun>('/session/factor'),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })

const useProving = (proved: (codes: string[]) => void) =>
  useSending(async (values: { code: string }) => {
    proved((await http.post<{ recoveryCodes: string[] }>('/session/factor/proof', values)).recoveryCodes)
  }, 'code')

function Scan({ begun, proved }: { begun: Begun; proved: (codes: string[]) => void }) {
  const { t } = useTexts()
  const { form, busy, submit } = useProving(proved)
  return (
    <>
      <p className="ink2">{t('factor.scan')}</p>
      <QRCode
        className="qr"
        aria-label={t('factor.picture')}
        type="svg"
        value={begun.address}
        size={200}
        color="#000"
        bgColor="#fff"
      />
      <p>
        <a href={begun.address}>{t('factor.onThisPhone')}</a>
      </p>
      <p className="note">{t('factor.orType')}</p>
      <p className="secret">{grouped(begun.secret)}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="code"
          label={t('factor.firstCode')}
          rules={[{ required: true, message: t('auth.required') }]}
        >
          <CodeInput />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('factor.prove')}
        </Button>
      </Form>
    </>
  )
}

/** From the picture over the first code to the recovery codes; `done` when those are kept. */
export function FactorSetUp({ done }: { done: () => void }) {
  const { t } = useTexts()
  const begun = useBegun()
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} kept={done} />
  if (begun.isPending) return <RowSkeleton rows={5} />
  if (begun.error) {
    const title = t('common.notDone', { what: t('factor.open') })
    return <Trouble title={title} error={begun.error} again={() => void begun.refetch()} />
  }
  return (
    <div className="factor">
      <Scan begun={begun.data} proved={setCodes} />
    </div>
  )
}
