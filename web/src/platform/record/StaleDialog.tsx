import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { http, type Field, type Problem, type Row, type Value } from '../http'
import { formatMoment, useTexts } from '../i18n'
import { apiPath, patchOf, pathOf, replaceRow, withValue } from '../records'
import { toastProblem } from '../toast'
import { RowSkeleton } from '../ui'
import { FieldValue } from '../values'

export interface Clash {
  row: Row
  mine: { field: Field; value: Value }[]
  problem: Problem
}

interface Props {
  object: string
  clash: Clash
  close: () => void
}

const nameOf = (by: Problem['body']['changedBy']) => (typeof by === 'string' ? by : (by?.label ?? ''))

function merged(mine: Clash['mine']) {
  const patches = mine.map(({ field, value }) => patchOf(field, value))
  const custom = Object.assign({}, ...patches.map((patch) => patch.custom ?? {})) as object
  return Object.assign({}, ...patches, Object.keys(custom).length ? { custom } : {}) as object
}

/** Both versions side by side; nothing typed is thrown away without being asked. */
export function StaleDialog({ object, clash, close }: Props) {
  const { t, of } = useTexts()
  const client = useQueryClient()
  const [theirs, setTheirs] = useState<Row | null>(null)
  const { row, mine, problem } = clash
  const path = `${apiPath(object)}/${row.id}`
  useEffect(() => {
    http.get<Row>(path).then(setTheirs, toastProblem)
  }, [path])
  const settle = (next: Row) => {
    replaceRow(client, object, row.id, (old) => ({ ...old, ...next }))
    close()
  }
  const insist = () => http.patch<Row>(path, merged(mine), theirs!.version).then(settle, toastProblem)
  const mineRow = mine.reduce((so, { field, value }) => withValue(so, field, value), row)
  const title = t('record.stale', {
    who: nameOf(problem.body.changedBy),
    at: formatMoment(problem.body.changedAt),
  })
  return (
    <Modal
      open
      title={t('record.staleTitle')}
      onCancel={close}
      width={560}
      footer={[
        <Button key="theirs" disabled={!theirs} onClick={() => settle(theirs!)}>
          {t('record.useTheirs')}
        </Button>,
        <Button key="mine" type="primary" disabled={!theirs} onClick={() => void insist()}>
          {t('record.useMine')}
        </Button>,
      ]}
    >
      <p className="ink2">{title}</p>
      {theirs ? (
        <table className="grid-table">
          <thead>
            <tr>
              <th>{t('record.staleField')}</th>
              <th>{t('record.staleMine')}</th>
              <th>{t('record.staleTheirs')}</th>
            </tr>
          </thead>
          <tbody>
            {mine.map(({ field }) => (
              <tr key={pathOf(field)}>
                <td className="ink3">{of(field.label)}</td>
                <td>
                  <FieldValue field={field} row={mineRow} object={object} exact />
                </td>
                <td>
                  <FieldValue field={field} row={theirs} object={object} exact />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <RowSkeleton rows={2} />
      )}
    </Modal>
  )
}
