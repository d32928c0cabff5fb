import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useSending } from '../form/useSending'
import { http } from '../http'
import { useTexts } from '../i18n'
import { CodeInput } from './CodeInput'
import { useFactor } from './useFactor'
import './factor.css'

type Proof = { password?: string; code?: string }

/** One small question before a change that somebody else at this screen must not make. */
export default function ProofDialog({ close }: { close: (proved: boolean) => void }) {
  const { t } = useTexts()
  const [byCode, setByCode] = useState(false)
  const prove = async (proof: Proof) => {
    await http.post('/session/confirmation', proof)
    close(true)
  }
  const { form, busy, submit } = useSending(prove, byCode ? 'code' : 'password')
  const mayUseCode = !!useFactor().data?.since
  const rules = [{ required: true, message: t('auth.required') }]
  return (
    <Modal
      open
      title={t('factor.again')}
      okText={t('factor.confirm')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={() => close(false)}
      width={420}
      className="factor"
    >
      <p className="ink2">{t('factor.againHint')}</p>
      <Form<Proof> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        {byCode ? (
          <Form.Item key="code" name="code" label={t('factor.code')} rules={rules}>
            <CodeInput autoFocus recovery />
          </Form.Item>
        ) : (
          <Form.Item key="password" name="password" label={t('auth.password')} rules={rules}>
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
        )}
      </Form>
      {mayUseCode && (
        <button type="button" className="link" onClick={() => setByCode(!byCode)}>
          {t(byCode ? 'factor.againByPassword' : 'factor.againByCode')}
        </button>
      )}
    </Modal>
  )
}
