import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { CodeInput } from '@/platform/factor/CodeInput'
import { FactorSetUp } from '@/platform/factor/FactorSetUp'
import { RecoveryCodes } from '@/platform/factor/RecoveryCodes'
import { factorKey, useFactor, type Factor } from '@/platform/factor/useFactor'
import { http, Problem } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { sessionKey } from '@/platform/session'
import { sayProblem, showToast, toastProblem } from '@/platform/toast'
import { ask } from '@/platform/ui'

const FEW = 3

interface Proof {
  password: string
  code: string
}

function useRemoving(removed: () => void) {
  const { t } = useTexts()
  const [form] = Form.useForm<Proof>()
  const [busy, setBusy] = useState(false)
  const remove = async (proof: Proof) => {
    setBusy(true)
    try {
      await http.post('/session/factor/removal', proof)
      showToast({ kind: 'done', text: t('factor.closed') })
      removed()
    } catch (error) {
      const errors = error instanceof Problem ? (error.body.errors ?? []) : []
      if (!errors.length) form.setFields([{ name: 'code', errors: [sayProblem(error)] }])
      form.setFields(errors.map(({ field, message }) => ({ name: field as keyof Proof, errors: [message] })))
    }
    setBusy(false)
  }
  return { form, busy, remove }
}

function RemoveDialog({
  wanted,
  close,
  removed,
}: {
  wanted: boolean
  close: () => void
  removed: () => void
}) {
  const { t } = useTexts()
  const { form, busy, remove } = useRemoving(removed)
  const rules = [{ required: true, message: t('auth.required') }]
  return (
    <Modal
      open
      title={t('factor.close')}
      okText={t('factor.closeDo')}
      okButtonProps={{ danger: true }}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={close}
      width={420}
      className="factor"
    >
      <p className="ink2">{t(wanted ? 'factor.closeWanted' : 'factor.closeHint')}</p>
      <Form<Proof>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(proof) => void remove(proof)}
      >
        <Form.Item name="password" label={t('auth.password')} rules={rules}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="code" label={t('factor.code')} rules={rules} extra={t('factor.useRecovery')}>
          <CodeInput recovery />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function On({ factor, renew, close }: { factor: Factor; renew: () => void; close: () => void }) {
  const { t } = useTexts()
  const { since, recoveryCodes } = factor
  return (
    <>
      <p className="ink2">
        {t('factor.on', { at: formatMoment(since ?? ''), n: recoveryCodes })}
        {recoveryCodes <= FEW && <span className="bad"> {t('factor.few')}</span>}
      </p>
      <div className="row factor-acts">
        <Button onClick={renew}>{t('factor.renew')}</Button>
        <Button danger onClick={close}>
          {t('factor.close')}
        </Button>
      </div>
    </>
  )
}

type Doing = 'opening' | 'closing' | { codes: string[] } | null

/** One's own second factor: on, off, and new recovery codes. */
export function FactorPart() {
  const { t } = useTexts()
  const client = useQueryClient()
  const { data } = useFactor()
  const [doing, setDoing] = useState<Doing>(null)
  const done = () => {
    setDoing(null)
    void client.invalidateQueries({ queryKey: factorKey, exact: true })
  }
  const removed = () => {
    done()
    if (data?.wanted) void client.invalidateQueries({ queryKey: sessionKey })
  }
  const renew = async () => {
    const question = {
      title: t('factor.renewAsk'),
      text: t('factor.renewText'),
      yes: t('factor.renew'),
      no: t('common.keep'),
    }
    if (!(await ask(question))) return
    await http
      .post<{ recoveryCodes: string[] }>('/session/factor/recovery-codes')
      .then(({ recoveryCodes }) => setDoing({ codes: recoveryCodes }), toastProblem)
  }
  if (!data) return null
  return (
    <section className="settings-form">
      <h2 className="section">{t('factor.title')}</h2>
      {data.since ? (
        <On factor={data} renew={() => void renew()} close={() => setDoing('closing')} />
      ) : (
        <>
          <p className="ink2">{t('factor.off')}</p>
          <Button onClick={() => setDoing('opening')}>{t('factor.open')}</Button>
        </>
      )}
      {doing === 'closing' && <RemoveDialog wanted={data.wanted} close={done} removed={removed} />}
      {doing === 'opening' && (
        <Modal open title={t('factor.open')} footer={null} onCancel={done} width={460}>
          <FactorSetUp done={done} />
        </Modal>
      )}
      {doing !== null && typeof doing === 'object' && (
        <Modal open title={t('factor.renew')} footer={null} onCancel={done} width={460}>
          <RecoveryCodes codes={doing.codes} kept={done} />
        </Modal>
      )}
    </section>
  )
}
