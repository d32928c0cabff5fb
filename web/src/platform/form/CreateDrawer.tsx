import { Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { http, isDuplicate, Problem, useOnce, type Catalogue, type Row } from '../http'
import { formatMoment, useTexts } from '../i18n'
import {
  allowed,
  apiPath,
  bodyOf,
  mayWrite,
  pageOf,
  pathOf,
  titleOf,
  useFields,
  useRefresh,
} from '../records'
import { showToast } from '../toast'
import { RowSkeleton } from '../ui'
import { create, type Creating } from './creating'
import { dropDraft, keepDraft, readDraft, type Draft } from './draft'
import { DuplicateLines, useDuplicates } from './Duplicates'
import { RecordForm } from './RecordForm'
import { Summary } from './Summary'
import { useSaving } from './useSaving'

function useCreate(creating: Creating, catalogue: Catalogue, reset: () => void) {
  const { object, onCreated } = creating
  const { t, of } = useTexts()
  const refresh = useRefresh()
  const navigate = useNavigate()
  const once = useOnce()
  return async (draft: Draft, again: boolean, allow: boolean) => {
    const body = bodyOf(catalogue, draft)
    const row = await http.post<Row>(apiPath(object), body, {
      idempotencyKey: once.keyOf(JSON.stringify(body)),
      ...(allow && { query: allowed }),
    })
    dropDraft(object)
    once.done()
    onCreated?.(row)
    await refresh(object)
    const page = pageOf(object, row.id)
    showToast({
      kind: 'done',
      text: t('form.created', { what: of(catalogue.label), label: titleOf(row, catalogue) }),
      ...(page && { act: { label: t('common.open'), run: () => void navigate({ to: page }) } }),
    })
    if (again) reset()
    else create(null)
  }
}

interface FootProps {
  busy: boolean
  keptAt: string | null
  save: (again: boolean) => void
}

function Foot({ busy, keptAt, save }: FootProps) {
  const { t } = useTexts()
  return (
    <div className="drawer-foot">
      {keptAt && <span className="note grow">{t('form.kept', { at: formatMoment(keptAt).slice(-5) })}</span>}
      <Button onClick={() => save(true)} disabled={busy}>
        {t('form.saveAndNew')}
      </Button>
      <Button type="primary" loading={busy} onClick={() => save(false)}>
        {t('common.save')}
      </Button>
    </div>
  )
}

function useDraftForm(creating: Creating) {
  const { object, given } = creating
  const [form] = Form.useForm<Draft>()
  const [kept] = useState(() => readDraft(object))
  const [initial] = useState<Draft>(() => ({ ...kept?.values, ...given }))
  const [draft, setDraft] = useState<Draft>(initial)
  const [keptAt, setKeptAt] = useState(kept?.at ?? null)
  const change = (values: Draft) => {
    setDraft({ ...values })
    setKeptAt(keepDraft(object, values))
  }
  const reset = () => {
    form.setFieldsValue(
      Object.fromEntries(Object.keys(form.getFieldsValue()).map((name) => [name, given?.[name] ?? null])),
    )
    setDraft(given ?? {})
    setKeptAt(null)
  }
  return { form, initial, draft, keptAt, change, reset }
}

function Body({ creating, catalogue }: { creating: Creating; catalogue: Catalogue }) {
  const { t } = useTexts()
  const { form, initial, draft, keptAt, change, reset } = useDraftForm(creating)
  const [full, setFull] = useState(false)
  const { busy, problem, count, save, goTo } = useSaving(form)
  const send = useCreate(creating, catalogue, reset)
  const typed = useDuplicates(creating.object, draft).found
  const found = (problem instanceof Problem && problem.body.duplicates) || typed
  const fields = catalogue.fields.filter(
    (field) =>
      mayWrite(field) && (full || field.quick || field.required || pathOf(field) in (creating.given ?? {})),
  )
  const submit = (again: boolean, allow = false) =>
    void form.validateFields().then(
      () => save(() => send(form.getFieldsValue(), again, allow)),
      () => undefined,
    )
  return (
    <>
      {problem && (
        <Summary problem={problem} count={count} goTo={goTo}>
          {isDuplicate(problem) && (
            <Button size="small" onClick={() => submit(false, true)}>
              {t('form.createAnyway')}
            </Button>
          )}
        </Summary>
      )}
      {found.length > 0 && <DuplicateLines found={found} />}
      <RecordForm
        form={form}
        catalogue={catalogue}
        fields={fields}
        initial={initial}
        onChange={change}
        onSubmit={() => submit(false)}
      />
      {!full && (
        <button type="button" className="link" onClick={() => setFull(true)}>
          {t('form.moreFields')}
        </button>
      )}
      <Foot busy={busy} keptAt={keptAt} save={submit} />
    </>
  )
}

/** Quick create: few fields first, all on demand; what was typed is still there next time. */
export default function CreateDrawer({ creating }: { creating: Creating }) {
  const { t, of } = useTexts()
  const catalogue = useFields(creating.object).data
  return (
    <Drawer
      open
      size={440}
      onClose={() => create(null)}
      title={t('shell.createWhat', { what: of(catalogue?.label) })}
      className="create-drawer"
    >
      {catalogue ? <Body creating={creating} catalogue={catalogue} /> : <RowSkeleton rows={6} />}
    </Drawer>
  )
}
