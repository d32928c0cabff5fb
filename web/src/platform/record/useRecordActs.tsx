import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { http, type Catalogue, type Ref, type Row } from '../http'
import { useTexts } from '../i18n'
import { FieldInput } from '../inputs'
import { apiPath, asRef, fieldAt, titleOf, useRefresh } from '../records'
import { useCan } from '../session'
import { showToast, toastProblem } from '../toast'

interface AssignProps {
  catalogue: Catalogue
  label: string
  run: (person: Ref) => void
  close: () => void
}

function AssignDialog({ catalogue, label, run, close }: AssignProps) {
  const { t } = useTexts()
  const [person, setPerson] = useState<Ref | null>(null)
  return (
    <Modal
      open
      title={t('record.assignTo', { label })}
      okText={t('record.assign')}
      okButtonProps={{ disabled: !person }}
      cancelText={t('common.cancel')}
      onCancel={close}
      onOk={() => person && run(person)}
      width={420}
    >
      <FieldInput
        field={fieldAt(catalogue, 'owner')!}
        value={person}
        onChange={(value) => setPerson(asRef(value))}
        label={t('record.owner')}
        autoFocus
      />
    </Modal>
  )
}

/** Deleting (with undo) and handing over one record. */
export function useRecordActs(object: string, catalogue: Catalogue, row: Row, gone: () => void) {
  const { t } = useTexts()
  const can = useCan()
  const client = useQueryClient()
  const refresh = useRefresh()
  const [assigning, setAssigning] = useState(false)
  const path = `${apiPath(object)}/${row.id}`
  const label = titleOf(row, catalogue)
  const may = (act: 'update' | 'delete' | 'assign') =>
    row.can ? row.can.includes(act) : can(`${object}.${act}`)

  const restore = () =>
    http
      .post(`${path}/restore`)
      .then(() => refresh(object, row.id))
      .then(
        () => showToast({ kind: 'done', text: t('record.restored', { label }), stays: 3000 }),
        toastProblem,
      )

  const remove = async () => {
    try {
      await http.delete(path)
      gone()
      client.removeQueries({ queryKey: ['record', object, row.id] })
      await refresh(object)
      showToast({
        kind: 'done',
        text: t('record.deleted', { label }),
        act: { label: t('common.undo'), run: () => void restore() },
      })
    } catch (error) {
      toastProblem(error)
    }
  }

  const assign = async (person: Ref) => {
    setAssigning(false)
    const before = asRef((row.owner ?? null) as Ref | null)
    try {
      const pool = asRef((row.pool ?? null) as Ref | null)
      await http.post(`${path}/assign`, { owner: person.id, ...(pool && { pool: pool.id }) })
      await refresh(object, row.id)
      const undo = before && { label: t('common.undo'), run: () => void assign(before) }
      showToast({
        kind: 'done',
        text: t('record.assigned', { name: person.label }),
        ...(undo && { act: undo }),
      })
    } catch (error) {
      toastProblem(error)
    }
  }

  const dialog = assigning && (
    <AssignDialog
      catalogue={catalogue}
      label={label}
      run={(person) => void assign(person)}
      close={() => setAssigning(false)}
    />
  )
  return { may, remove, openAssign: () => setAssigning(true), dialog }
}
