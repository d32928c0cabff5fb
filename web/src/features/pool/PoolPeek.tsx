import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { titleOf, valueOf, isEmpty } from '@/platform/records'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { FieldValue } from '@/platform/values'
import { useWords } from './pooled'
import { useWaitingRow, type Pool } from './pools'
import { Why } from './Why'

interface Props {
  catalogue: Catalogue
  pool: Pool
  id: string
  close: () => void
  act: ReactNode
}

const AROUND = ['pool', 'formerOwner', 'poolReason', 'owner', 'ownerDepartment']

/** A record as it waits: what the pool shows of it, to be read and no more. */
export function PoolPeek({ catalogue, pool, id, close, act }: Props) {
  const { t, of } = useTexts()
  const words = useWords(catalogue.object)
  const { data, error, refetch } = useWaitingRow(catalogue.object, pool.id, id)
  const fields = catalogue.fields.filter(
    (field) =>
      data &&
      field.name !== catalogue.title &&
      field.group !== 'system' &&
      !AROUND.includes(field.name) &&
      (field.custom ? data.custom : field.name in data),
  )
  return (
    <Drawer open onClose={close} size={432} title={data ? titleOf(data, catalogue) : words.what} extra={act}>
      {error && <Trouble title={t('problem.page')} error={error} again={() => void refetch()} />}
      {!data && !error && <RowSkeleton rows={6} />}
      {data && (
        <>
          <p className="pool-peek-why">
            <Why row={data} />
          </p>
          <dl className="pool-facts">
            {fields
              .filter((field) => !isEmpty(valueOf(data, field)))
              .map((field) => (
                <div key={field.name}>
                  <dt>{of(field.label)}</dt>
                  <dd>
                    <FieldValue field={field} row={data} object={catalogue.object} exact />
                  </dd>
                </div>
              ))}
          </dl>
          <p className="note below">{t(pool.whole ? 'pool.peekWhole' : 'pool.peekNote', words)}</p>
        </>
      )}
    </Drawer>
  )
}
