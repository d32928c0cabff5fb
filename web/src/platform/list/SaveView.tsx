import { Form, Input, Modal, Radio } from 'antd'
import { useAlone, type View } from '../http'
import { useTexts } from '../i18n'
import { useCan, useSession } from '../session'
import { toastProblem } from '../toast'
import { useViewActs } from './useViews'
import type { List } from './useList'
import { bodyOfView } from './ViewTabs'

type Naming = Pick<View, 'name' | 'sharing'>

interface Props {
  list: List
  /** The view that gets another name or other readers; none makes a new one of what the list shows. */
  standing?: View
  close: () => void
}

/** Whom one may show a view: one's department when one is in one, everybody with the right to publish. */
function useSharings(standing: View | undefined) {
  const can = useCan()
  const { person } = useSession()
  const may = { private: true, team: !!person.department, public: can('view.publish') }
  return (['private', 'team', 'public'] as const).filter((one) => may[one] || one === standing?.sharing)
}

export default function SaveView({ list, standing, close }: Props) {
  const { t } = useTexts()
  const [form] = Form.useForm<Naming>()
  const { create, change } = useViewActs(list.object)
  const { alone, busy } = useAlone()
  const save = (naming: Naming) =>
    alone(() =>
      standing
        ? change(standing, naming).then(close, toastProblem)
        : create({ ...bodyOfView(list), ...naming }).then((view) => {
            close()
            list.show(view.id)
          }, toastProblem),
    )
  const sharings = useSharings(standing)
  return (
    <Modal
      open
      title={t(standing ? 'list.changeView' : 'list.nameView')}
      okText={t('common.save')}
      okButtonProps={{ loading: busy }}
      cancelText={t('common.cancel')}
      onCancel={close}
      onOk={form.submit}
      width={420}
    >
      <Form<Naming>
        form={form}
        layout="vertical"
        initialValues={{ name: standing?.name, sharing: standing?.sharing ?? 'private' }}
        onFinish={(naming) => void save(naming)}
      >
        <Form.Item
          name="name"
          label={t('common.name')}
          rules={[{ required: true, message: t('auth.required') }]}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="sharing" label={t('list.sharing')}>
          <Radio.Group options={sharings.map((value) => ({ value, label: t(`list.sharings.${value}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
