import { Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { http, isDuplicate, isStale, Problem, type Catalogue, type Row, type Value } from '../http'
import { formatMoment, useTexts } from '../i18n'
import { dropDraft, keepDraft, readDraft, type Draft } from '../form/draft'
import { DuplicateLines } from '../form/Duplicates'
import { RecordForm } from '../form/RecordForm'
import { Summary } from '../form/Summary'
import { useSaving } from '../form/useSaving'
import {
  allowed,
  apiPath,
  baseOf,
  bodyOf,
  pathOf,
  replaceable,
  replaceRow,
  sameValue,
  startOf,
} from '../records'
import { showToast } from '../toast'
import { StaleDialog, type Clash } from './StaleDialog'

interface Props {
  object: string
  catalogue: Catalogue
  row: Row
  close: () => void
}

function useEdit({ object, catalogue, row: current, close }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [form] = Form.useForm<Draft>()
  const saving = useSaving(form)
  const [clash, setClash] = useState<Clash | null>(null)
  const [row] = useState(current)
  const fields = catalogue.fields.filter((field) => replaceable(row, field))
  const name = `${object}.${row.id}`
  const [kept] = useState(() => readDraft(name))
  const [keptAt, setKeptAt] = useState(kept?.at ?? null)
  const [initial] = useState<Draft>(() => ({
    ...Object.fromEntries(fields.map((field) => [pathOf(field), startOf(row, field)])),
    ...kept?.values,
  }))
  const changed = () => {
    const values = form.getFieldsValue()
    return fields
      .filter((field) => !sameValue(values[pathOf(field)] ?? null, startOf(row, field)))
      .map((field) => ({ field, value: (values[pathOf(field)] ?? null) as Value }))
  }
  const keep = () =>
    setKeptAt(
      keepDraft(name, Object.fromEntries(changed().map(({ field, value }) => [pathOf(field), value]))),
    )
  const write = async (seen: boolean) => {
    const mine = changed()
    try {
      if (mine.length) {
        const body = bodyOf(
          catalogue,
          Object.fromEntries(mine.map(({ field, value }) => [pathOf(field), value])),
        )
        const saved = await http.patch<Row>(
          `${apiPath(object)}/${row.id}`,
          body,
          baseOf(
            row,
            current,
            mine.map(({ field }) => field),
          ).version,
          seen ? allowed : undefined,
        )
        replaceRow(client, object, row.id, (old) => ({ ...old, ...saved }))
        void client.invalidateQueries({ queryKey: ['timeline', object, row.id] })
      }
      dropDraft(name)
      showToast({ kind: 'done', text: t('record.saved'), stays: 2500 })
      close()
    } catch (error) {
      if (!isStale(error)) throw error
      setClash({ row, mine, problem: error })
    }
  }
  const submit = (seen = false) =>
    void form.validateFields().then(
      () => saving.save(() => write(seen)),
      () => undefined,
    )
  return { form, fields, initial, keptAt, keep, submit, saving, clash, drop: () => dropDraft(name) }
}

/** All fields of one record at once; only what was changed is sent. */
export default function EditDrawer(props: Props) {
  const { object, catalogue, row, close } = props
  const { t } = useTexts()
  const { form, fields, initial, keptAt, keep, submit, saving, clash, drop } = useEdit(props)
  const { busy, problem, count, goTo } = saving
  const settled = () => {
    drop()
    close()
  }
  return (
    <Drawer open size={680} onClose={close} title={t('record.editAll')} className="edit-drawer">
      {problem && (
        <Summary problem={problem} count={count} goTo={goTo}>
          {isDuplicate(problem) && (
            <Button size="small" onClick={() => submit(true)}>
              {t('form.saveAnyway')}
            </Button>
          )}
        </Summary>
      )}
      {problem instanceof Problem && problem.body.duplicates && (
        <DuplicateLines found={problem.body.duplicates} />
      )}
      <RecordForm
        form={form}
        catalogue={catalogue}
        fields={fields}
        initial={initial}
        row={row}
        columns={2}
        onChange={keep}
        onSubmit={() => submit()}
      />
      <div className="drawer-foot">
        {keptAt && (
          <span className="note grow">{t('form.kept', { at: formatMoment(keptAt).slice(-5) })}</span>
        )}
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button type="primary" loading={busy} onClick={() => submit()}>
          {t('common.save')}
        </Button>
      </div>
      {clash && <StaleDialog object={object} clash={clash} close={settled} />}
    </Drawer>
  )
}
