import { Button, Drawer, Form } from 'antd'
import { useSending } from '@/platform/form/useSending'
import type { Catalogue } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { PoolForm } from './PoolForm'
import { ruleTyped } from './returns'
import { useSavePool, useTerms, type PoolRow, type Terms, type Typed } from './pools'

const USUAL = ['industry', 'region', 'relation', 'importance', 'grade', 'source']

const startOf = (row: PoolRow | null, terms: Terms | undefined): Typed => ({
  name: row?.name ?? '',
  condition: row?.condition ?? '',
  position: row?.position ?? null,
  everyone: row?.everyone ?? false,
  claimsPerDay: row?.claimsPerDay ?? null,
  heldMost: row?.heldMost ?? null,
  coolOffDays: row?.coolOffDays ?? null,
  closedHours: row?.closedHours ?? null,
  members: terms?.members ?? [],
  fields: terms?.fields ?? USUAL,
  grades: terms?.grades ?? {},
  returns: ruleTyped(terms?.returns),
})

interface Props {
  catalogue: Catalogue
  row: PoolRow | null
  close: () => void
}

function Body({ catalogue, row, terms, close }: Props & { terms?: Terms }) {
  const { t } = useTexts()
  const save = useSavePool(row, close)
  const { form, busy, submit } = useSending<Typed>((typed) => {
    const start = startOf(row, terms)
    return save({ ...start, ...typed, returns: { ...start.returns, ...typed.returns } })
  })
  return (
    <Form<Typed> form={form} layout="vertical" initialValues={startOf(row, terms)} onFinish={submit}>
      <PoolForm catalogue={catalogue} row={row} gone={terms?.returns?.gone ?? false} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('common.save')}
        </Button>
        <Button onClick={close}>{t('common.cancel')}</Button>
      </div>
    </Form>
  )
}

/** A pool, new or to be changed. */
export function PoolDrawer({ catalogue, row, close }: Props) {
  const { t } = useTexts()
  const terms = useTerms(row?.id ?? null)
  const title = row ? t('pool.changeTitle', { name: row.name }) : t('pool.newTitle')
  return (
    <Drawer open onClose={close} size={560} title={title} destroyOnHidden>
      {terms.error && (
        <Trouble
          title={t('common.notDone', { what: title })}
          error={terms.error}
          again={() => void terms.refetch()}
        />
      )}
      {row && terms.isPending && <RowSkeleton rows={8} />}
      {!row && <Body catalogue={catalogue} row={null} close={close} />}
      {row && terms.data && !terms.isFetching && (
        <Body catalogue={catalogue} row={row} terms={terms.data} close={close} />
      )}
    </Drawer>
  )
}
