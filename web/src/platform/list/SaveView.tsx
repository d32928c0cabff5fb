import { Form, Input, Modal, Radio } from 'antd'
import type { View } from '../http'
import { useTexts } from '../i18n'
import { useCan } from '../session'
import { toastProblem } from '../toast'
import { useViewActs } from './useViews'
import type { List } from './useList'
import { bodyOfView } from './ViewTabs'

type Naming = Pick<View, 'name' | 'sharing'>

export default function SaveView({ list, close }: { list: List; close: () => void }) {
  const { t } = useTexts()
  const can = useCan()
  const [form] = Form.useForm<Naming>()
  const { create } = useViewActs(list.object)
  const save = (naming: Naming) =>
    create({ ...bodyOfView(list), ...naming }).then((view) => {
      close()
      list.show(view.id)
    }, toastProblem)
  const sharings = (['private', 'team', 'public'] as const).filter(
    (one) => one === 'private' || can('view.publish'),
  )
  return (
    <Modal
      open
      title={t('list.nameView')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      onCancel={close}
      onOk={form.submit}
      width={420}
    >
      <Form<Naming>
        form={form}
        layout="vertical"
        initialValues={{ sharing: 'private' }}
        onFinish={(naming) => void save(naming)}
      >
        <Form.Item
          name="name"
          label={t('common.name')}
          rules={[{ required: true, message: t('auth.required') }]}
        >
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="sharing" label={t('list.sharing')}>
          <Radio.Group options={sharings.map((value) => ({ value, label: t(`list.sharings.${value}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
