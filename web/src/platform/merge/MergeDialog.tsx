import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { http, isStale, useAlone, useOnce, type Catalogue, type Field, type Row } from '../http'
import { formatNumber, useTexts } from '../i18n'
import { apiPath, pageOf, pathOf, titleOf, useRefresh } from '../records'
import { showToast, toastProblem } from '../toast'
import { RowSkeleton, Trouble, Wide } from '../ui'
import { FieldValue } from '../values'
import { bodyOfMerge, differing, fullest, standing, type Take } from './choosing'
import { toastOf, useUnmerge } from './useUnmerge'

interface Props {
  object: string
  catalogue: Catalogue
  ids: string[]
  close: () => void
  done: () => void
  /** Does not go to the record that stays. */
  stay?: boolean
}

function useRows(object: string, ids: string[]) {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['merge', object, id],
      queryFn: () => http.get<Row>(`${apiPath(object)}/${id}`),
      gcTime: 0,
    })),
    combine: (answers) => ({
      rows: answers.flatMap(({ data }) => data ?? []),
      error: answers.find(({ error }) => error)?.error ?? null,
      again: () => answers.forEach(({ refetch }) => void refetch()),
    }),
  })
}

const known = ['contact', 'customer', 'comment', 'stored_file', 'consent', 'lead'] as const

/** What comes along, in one sentence. */
function Moves({ object, others }: { object: string; others: string[] }) {
  const { t } = useTexts()
  const { data } = useQuery({
    queryKey: ['merge', object, 'moves', ...others],
    queryFn: () =>
      http.get<{ moves: Record<string, number> }>(`${apiPath(object)}/merges`, { others: others.join(',') }),
  })
  const parts = Object.entries(data?.moves ?? {}).map(([table, n]) => {
    const count = { n: formatNumber(n) }
    const name = known.find((one) => one === table)
    return name ? t(`merge.moves.${name}`, count) : t('merge.moves.other', count)
  })
  if (!data) return null
  return (
    <p className="ink2">{parts.length ? t('merge.come', { what: parts.join('、') }) : t('merge.comeNone')}</p>
  )
}

interface ChoosingProps {
  object: string
  catalogue: Catalogue
  rows: Row[]
  survivor: string
  setSurvivor: (id: string) => void
  take: Take
  setTake: (take: Take) => void
}

function Choices({ object, catalogue, rows, survivor, setSurvivor, take, setTake }: ChoosingProps) {
  const { t, of } = useTexts()
  const line = (field: Field) => {
    const path = pathOf(field)
    const chosen = take[path] ?? standing(field, rows, survivor)
    return (
      <tr key={path}>
        <th scope="row">{of(field.label)}</th>
        {rows.map((row) => (
          <td key={row.id}>
            <Radio
              name={path}
              checked={chosen === row.id}
              onChange={() => setTake({ ...take, [path]: row.id })}
              aria-label={`${of(field.label)} · ${titleOf(row, catalogue)}`}
            >
              <FieldValue field={field} row={row} object={object} exact />
            </Radio>
          </td>
        ))}
      </tr>
    )
  }
  return (
    <Wide label={t('merge.title', { n: rows.length })}>
      <table className="grid-table merge-table">
        <thead>
          <tr>
            <th>{t('merge.stays')}</th>
            {rows.map((row) => (
              <th key={row.id}>
                <Radio
                  name="survivor"
                  checked={survivor === row.id}
                  onChange={() => setSurvivor(row.id)}
                  aria-label={`${t('merge.stays')} · ${titleOf(row, catalogue)}`}
                >
                  {titleOf(row, catalogue)}
                </Radio>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{differing(catalogue, rows).map(line)}</tbody>
      </table>
    </Wide>
  )
}

interface Merged {
  id: string
  survivor: string
}

function useMerge({ object, catalogue, close, done, stay }: Props, rows: Row[], again: () => void) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const unmerge = useUnmerge(object)
  const { keyOf } = useOnce()
  const { alone, busy } = useAlone()
  const merge = async (survivor: string, take: Take) => {
    try {
      const body = bodyOfMerge(rows, survivor, take)
      const idempotencyKey = keyOf(JSON.stringify(body))
      const merged = await http.post<Merged>(`${apiPath(object)}/merges`, body, { idempotencyKey })
      await refresh(object, merged.survivor)
      const label = titleOf(
        rows.find(({ id }) => id === survivor)!,
        catalogue,
      )
      showToast({
        id: toastOf(merged.id),
        kind: 'done',
        text: t('merge.done', { n: rows.length, label }),
        act: { label: t('common.undo'), run: () => void unmerge(merged.id, merged.survivor) },
      })
      const page = pageOf(object, merged.survivor)
      if (page && !stay) void navigate({ to: page })
      done()
      close()
    } catch (error) {
      if (isStale(error)) again()
      toastProblem(error)
    }
  }
  return { merge: (survivor: string, take: Take) => alone(() => merge(survivor, take)), busy }
}

/** Several records side by side: which one stays, and whose value where they say something else. */
export default function MergeDialog(props: Props) {
  const { object, catalogue, ids, close } = props
  const { t } = useTexts()
  const { rows, error, again } = useRows(object, ids)
  const ready = rows.length === ids.length
  const [chosen, setChosen] = useState<string | null>(null)
  const [take, setTake] = useState<Take>({})
  const { merge, busy } = useMerge(props, rows, again)
  const survivor = chosen ?? (ready ? fullest(catalogue, rows).id : '')
  return (
    <Modal
      open
      title={t('merge.title', { n: ids.length })}
      okText={t('merge.yes')}
      okButtonProps={{ disabled: !ready, loading: busy }}
      cancelText={t('common.cancel')}
      onCancel={close}
      onOk={() => void merge(survivor, take)}
      width={Math.min(1100, 320 + ids.length * 240)}
    >
      {error && <Trouble title={t('common.notDone', { what: t('merge.yes') })} error={error} again={again} />}
      {!ready && !error && <RowSkeleton rows={4} />}
      {ready && (
        <>
          <p className="ink2">{t('merge.hint')}</p>
          <Choices
            object={object}
            catalogue={catalogue}
            rows={rows}
            survivor={survivor}
            setSurvivor={setChosen}
            take={take}
            setTake={setTake}
          />
          <Moves object={object} others={ids.filter((id) => id !== survivor)} />
        </>
      )}
    </Modal>
  )
}
