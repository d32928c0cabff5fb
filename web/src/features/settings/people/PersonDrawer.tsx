import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Form, Select } from 'antd'
import { RecordForm } from '@/platform/form/RecordForm'
import { Summary } from '@/platform/form/Summary'
import { useSaving } from '@/platform/form/useSaving'
import { http, type Catalogue, type Page, type Ref, type Row, type Value } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { bodyOf, mayWrite, pathOf, sameValue, startOf, useRecord, useRefresh } from '@/platform/records'
import { showToast } from '@/platform/toast'
import { RowSkeleton } from '@/platform/ui'
import type { Role } from '../roles/role'

type Draft = Record<string, Value>

interface Props {
  catalogue: Catalogue
  /** Null for a new colleague. */
  row: Row | null
  close: () => void
  /** Told once, when an account was made. */
  made: (person: Row) => void
}

const rolesOf = (row: Row | null) => ((row?.roles as Ref[] | undefined) ?? []).map(({ id }) => id)

const useRoles = () =>
  useQuery({
    queryKey: ['roles', 'list'],
    queryFn: () => http.get<Page<Role>>('/roles'),
    select: (page) => page.items.map(({ id, name }) => ({ value: id, label: name })),
  }).data

function usePerson({ catalogue, row, close, made }: Props) {
  const { t } = useTexts()
  const refresh = useRefresh()
  const [form] = Form.useForm<Draft>()
  const saving = useSaving(form)
  const fields = catalogue.fields.filter(mayWrite)
  const initial: Draft = Object.fromEntries(
    fields.map((field) => [pathOf(field), row && startOf(row, field)]),
  )
  const write = async () => {
    const values = form.getFieldsValue()
    const changed = fields.filter(
      (field) => !sameValue(values[pathOf(field)] ?? null, initial[pathOf(field)] ?? null),
    )
    const draft = Object.fromEntries(changed.map((field) => [pathOf(field), values[pathOf(field)] ?? null]))
    const body = { ...bodyOf(catalogue, draft), roles: values.roles as unknown as string[] }
    if (row) {
      await http.patch(`/people/${row.id}`, body, row.version)
      showToast({ kind: 'done', text: t('record.saved'), stays: 2500 })
    } else made(await http.post<Row>('/people', body))
    await refresh('person', row?.id)
    close()
  }
  const submit = () =>
    void form.validateFields().then(
      () => saving.save(write),
      () => undefined,
    )
  return { form, fields, initial, submit, saving }
}

function Body(props: Props) {
  const { catalogue, row, close } = props
  const { t } = useTexts()
  const { form, fields, initial, submit, saving } = usePerson(props)
  const { busy, problem, count, goTo } = saving
  const needed = { required: true, message: t('settings.roleNeeded') }
  return (
    <>
      {problem && <Summary problem={problem} count={count} goTo={goTo} />}
      <RecordForm
        form={form}
        catalogue={catalogue}
        fields={fields}
        initial={initial}
        row={row}
        onSubmit={submit}
      >
        <Form.Item
          name="roles"
          label={t('settings.sections.roles')}
          extra={t('settings.rolesHelp')}
          initialValue={rolesOf(row)}
          rules={[{ ...needed, type: 'array' }]}
        >
          <Select mode="multiple" options={useRoles() ?? []} optionFilterProp="label" />
        </Form.Item>
      </RecordForm>
      <div className="drawer-foot">
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button type="primary" loading={busy} onClick={submit}>
          {t(row ? 'common.save' : 'settings.addPerson')}
        </Button>
      </div>
    </>
  )
}

/** A colleague with roles; a new one gets a one-time password. */
export function PersonDrawer(props: Omit<Props, 'row'> & { id: string | null }) {
  const { id, close } = props
  const { t } = useTexts()
  const row = useRecord('person', id).data
  return (
    <Drawer open size={440} onClose={close} title={t(id ? 'record.editAll' : 'settings.addPerson')}>
      {id && !row ? <RowSkeleton rows={6} /> : <Body {...props} row={row ?? null} />}
    </Drawer>
  )
}
