import { Form, Input, Modal } from 'antd'
import { http, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast, toastProblem } from '@/platform/toast'

/** A password for the next sign-in, handed over by the administrator. */
export function PasswordDialog({ person, close }: { person: Row; close: () => void }) {
  const { t } = useTexts()
  const [form] = Form.useForm<{ password: string }>()
  const name = String(person.name)
  const save = ({ password }: { password: string }) =>
    http.post(`/people/${person.id}/password`, { password }).then(() => {
      showToast({ kind: 'done', text: t('settings.passwordSet', { name }) })
      close()
    }, toastProblem)
  return (
    <Modal
      open
      title={t('settings.passwordFor', { name })}
      okText={t('settings.setPassword')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={close}
      width={420}
    >
      <Form form={form} layout="vertical" onFinish={(values) => void save(values)}>
        <Form.Item
          name="password"
          label={t('auth.password')}
          extra={t('settings.passwordOnce')}
          rules={[
            { required: true, message: t('auth.required') },
            { min: 10, message: t('auth.tooShort', { n: 10 }) },
          ]}
        >
          <Input autoFocus autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
