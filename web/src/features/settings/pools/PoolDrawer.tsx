import { Button, Drawer, Form } from 'antd'
import { useWords, type Pooled } from '@/features/pool'
import { useSending } from '@/platform/form/useSending'
import type { Catalogue } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { PoolForm } from './PoolForm'
import { ruleTyped } from './returns'
import { useSavePool, useTerms, type PoolRow, type Terms, type Typed } from './pools'

const USUAL: Record<Pooled, string[]> = {
  customer: ['industry', 'region', 'relation', 'importance', 'grade', 'source'],
  lead: ['industry', 'region', 'source', 'campaign', 'inquirer', 'score'],
}

const startOf = (object: Pooled, row: PoolRow | null, terms: Terms | undefined): Typed => ({
  name: row?.name ?? '',
  condition: row?.condition ?? '',
  position: row?.position ?? null,
  everyone: row?.everyone ?? false,
  claimsPerDay: row?.claimsPerDay ?? null,
  heldMost: row?.heldMost ?? null,
  coolOffDays: row?.coolOffDays ?? null,
  closedHours: row?.closedHours ?? null,
  members: terms?.members ?? [],
  fields: terms?.fields ?? USUAL[object],
  grades: terms?.grades ?? {},
  returns: ruleTyped(terms?.returns),
})

interface Props {
  object: Pooled
  catalogue: Catalogue
  row: PoolRow | null
  close: () => void
}

function Body({ object, catalogue, row, terms, close }: Props & { terms?: Terms }) {
  const { t } = useTexts()
  const save = useSavePool(object, row, close)
  const { form, busy, submit } = useSending<Typed>((typed) => {
    const start = startOf(object, row, terms)
    return save({ ...start, ...typed, returns: { ...start.returns, ...typed.returns } })
  })
  return (
    <Form<Typed> form={form} layout="vertical" initialValues={startOf(object, row, terms)} onFinish={submit}>
      <PoolForm object={object} catalogue={catalogue} row={row} gone={terms?.returns?.gone ?? false} />
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
export function PoolDrawer({ object, catalogue, row, close }: Props) {
  const { t } = useTexts()
  const words = useWords(object)
  const terms = useTerms(row?.id ?? null)
  const title = row ? t('pool.changeTitle', { name: row.name }) : t('pool.newTitle', words)
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
      {!row && <Body object={object} catalogue={catalogue} row={null} close={close} />}
      {row && terms.data && !terms.isFetching && (
        <Body object={object} catalogue={catalogue} row={row} terms={terms.data} close={close} />
      )}
    </Drawer>
  )
}
