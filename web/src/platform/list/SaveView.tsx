import { Form, Input, Radio } from 'antd'
import { FormDialog } from '../form/FormDialog'
import { useSending } from '../form/useSending'
import type { View } from '../http'
import { useTexts } from '../i18n'
import { useCan, useSession } from '../session'
import { useViewActs } from './useViews'
import type { List } from './useList'
import { ReadersInput } from './ReadersInput'
import { bodyOfView } from './ViewTabs'

type Naming = Pick<View, 'name' | 'sharing' | 'readers'>

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
  const may = { private: true, team: !!person.department, chosen: true, public: can('view.publish') }
  return (['private', 'team', 'chosen', 'public'] as const).filter(
    (one) => may[one] || one === standing?.sharing,
  )
}

export default function SaveView({ list, standing, close }: Props) {
  const { t } = useTexts()
  const { create, change } = useViewActs(list.object)
  const sending = useSending<Naming>(async ({ name, sharing, readers }) => {
    const naming = {
      name,
      sharing,
      ...(sharing === 'chosen' && { readers: readers.map(({ object, id }) => ({ object, id })) }),
    }
    if (standing) await change(standing, naming)
    const made = standing ? null : await create({ ...bodyOfView(list), ...naming })
    close()
    if (made) list.show(made.id)
  })
  const sharings = useSharings(standing)
  const sharing = Form.useWatch('sharing', sending.form) ?? standing?.sharing
  return (
    <FormDialog
      title={t(standing ? 'list.changeView' : 'list.nameView')}
      yes={t('common.save')}
      initial={{
        name: standing?.name,
        sharing: standing?.sharing ?? 'private',
        readers: standing?.readers ?? [],
      }}
      sending={sending}
      close={close}
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
      {sharing === 'chosen' && (
        <Form.Item name="readers" rules={[{ required: true, message: t('list.readersNeeded') }]}>
          <ReadersInput />
        </Form.Item>
      )}
    </FormDialog>
  )
}
