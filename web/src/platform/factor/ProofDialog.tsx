import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { http, Problem } from '../http'
import { useTexts } from '../i18n'
import { sayProblem } from '../toast'
import { CodeInput } from './CodeInput'
import { useFactor } from './useFactor'
import './factor.css'

type Proof = { password?: string; code?: string }

function useProving(close: (proved: boolean) => void) {
  const [form] = Form.useForm<Proof>()
  const [busy, setBusy] = useState(false)
  const prove = async (proof: Proof) => {
    setBusy(true)
    try {
      await http.post('/session/confirmation', proof)
      close(true)
    } catch (error) {
      const told = error instanceof Problem ? error.body.errors?.[0]?.message : undefined
      const name = proof.code === undefined ? 'password' : 'code'
      form.setFields([{ name, errors: [told ?? sayProblem(error)] }])
      setBusy(false)
    }
  }
  return { form, busy, prove }
}

/** One small question before a change that somebody else at this screen must not make. */
export default function ProofDialog({ close }: { close: (proved: boolean) => void }) {
  const { t } = useTexts()
  const { form, busy, prove } = useProving(close)
  const [byCode, setByCode] = useState(false)
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
      <Form<Proof> form={form} layout="vertical" requiredMark={false} onFinish={(proof) => void prove(proof)}>
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
