import { Form, Input } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../form/FormDialog'
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
  const sending = useSending(prove, byCode ? 'code' : 'password')
  const mayUseCode = !!useFactor().data?.since
  const rules = [{ required: true, message: t('auth.required') }]
  return (
    <FormDialog
      title={t('factor.again')}
      text={t('factor.againHint')}
      yes={t('factor.confirm')}
      className="factor"
      sending={sending}
      close={() => close(false)}
    >
      {byCode ? (
        <Form.Item key="code" name="code" label={t('factor.code')} rules={rules}>
          <CodeInput autoFocus recovery />
        </Form.Item>
      ) : (
        <Form.Item key="password" name="password" label={t('auth.password')} rules={rules}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
      )}
      {mayUseCode && (
        <button type="button" className="link" onClick={() => setByCode(!byCode)}>
          {t(byCode ? 'factor.againByPassword' : 'factor.againByCode')}
        </button>
      )}
    </FormDialog>
  )
}
