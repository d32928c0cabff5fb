import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { titleOf, valueOf, isEmpty } from '@/platform/records'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { FieldValue } from '@/platform/values'
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

/** A customer as it waits: what the pool shows of it, to be read and no more. */
export function PoolPeek({ catalogue, pool, id, close, act }: Props) {
  const { t, of } = useTexts()
  const { data, error, refetch } = useWaitingRow(pool.id, id)
  const fields = catalogue.fields.filter(
    (field) =>
      data &&
      field.name !== catalogue.title &&
      field.group !== 'system' &&
      !AROUND.includes(field.name) &&
      (field.custom ? data.custom : field.name in data),
  )
  return (
    <Drawer
      open
      onClose={close}
      size={432}
      title={data ? titleOf(data, catalogue) : t('customer.one')}
      extra={act}
    >
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
                    <FieldValue field={field} row={data} object="customer" exact />
                  </dd>
                </div>
              ))}
          </dl>
          <p className="note below">{pool.whole ? t('pool.peekWhole') : t('pool.peekNote')}</p>
        </>
      )}
    </Drawer>
  )
}
