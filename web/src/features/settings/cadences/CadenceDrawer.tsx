import { Button, Drawer, Form } from 'antd'
import { useSending } from '@/platform/form/useSending'
import type { Catalogue } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { CadenceForm, useKinds } from './CadenceForm'
import { typed, useSaveCadence, type Cadence, type Typed } from './cadences'
import { TryCadence } from './TryCadence'

interface Props {
  catalogue: Catalogue
  row: Cadence | null
  close: () => void
}

/** A rhythm, new or to be changed. */
export function CadenceDrawer({ catalogue, row, close }: Props) {
  const { t } = useTexts()
  const start = typed(row, useKinds()[0]?.value)
  const save = useSaveCadence(row, close)
  const { form, busy, submit } = useSending<Typed>((values) => save({ ...start, ...values }))
  const title = row ? t('cadence.changeTitle', { name: row.name }) : t('cadence.newTitle')
  return (
    <Drawer open onClose={close} size={560} title={title} destroyOnHidden>
      <Form<Typed> form={form} layout="vertical" initialValues={start} onFinish={submit}>
        <CadenceForm catalogue={catalogue} fresh={!row} />
        <TryCadence id={row?.id} start={start} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('common.save')}
          </Button>
          <Button onClick={close}>{t('common.cancel')}</Button>
        </div>
      </Form>
    </Drawer>
  )
}
