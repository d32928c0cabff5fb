import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Checkbox, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useWords } from '@/features/pool'
import { http, useAlone, type Job, type Ref } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { Heirs, type Way } from '@/platform/inputs'
import { objects, useFields, type ObjectKey } from '@/platform/records'
import { showToast, toastProblem } from '@/platform/toast'
import { RowSkeleton, Trouble } from '@/platform/ui'

interface Holding {
  object: ObjectKey
  count: number
  exact: boolean
  filter: string
  releasable: boolean
}

interface Rule {
  to: 'people' | 'pool' | 'keep'
  people: Ref[]
  way: Way
}

const undecided: Rule = { to: 'people', people: [], way: 'roundRobin' }

interface PartProps {
  holding: Holding
  rule: Rule
  change: (rule: Rule) => void
}

/** What becomes of one kind of records. */
function Part({ holding, rule, change }: PartProps) {
  const { t, of } = useTexts()
  const words = useWords(holding.object)
  const catalogue = useFields(holding.object).data
  const n = formatNumber(holding.count) + (holding.exact ? '' : '+')
  const choices = [
    { value: 'people' as const, label: t('handover.toPeople') },
    ...(holding.releasable ? [{ value: 'pool' as const, label: t('handover.toPool', words) }] : []),
    { value: 'keep' as const, label: t('handover.keep') },
  ]
  const home = objects[holding.object].page
  return (
    <section className="handover-part">
      <h3 className="row">
        <span className="grow">{catalogue && of(catalogue.label)}</span>
        {home && (
          <Link to={home} search={{ filter: holding.filter } as never} className="num">
            {t('handover.held', { n })}
          </Link>
        )}
      </h3>
      <Segmented block value={rule.to} options={choices} onChange={(to) => change({ ...rule, to })} />
      {rule.to === 'people' && (
        <div className="below">
          <Heirs
            people={rule.people}
            way={rule.way}
            change={(people, way) => change({ ...rule, people, way })}
          />
        </div>
      )}
    </section>
  )
}

const useHoldings = (person: string) =>
  useQuery({
    queryKey: ['holdings', person],
    queryFn: ({ signal }) => http.get<{ items: Holding[] }>(`/people/${person}/holdings`, undefined, signal),
    gcTime: 0,
  })

interface Props {
  person: { id: string; name: string }
  locked: boolean
  close: () => void
  lock: () => void
}

/** Everything that somebody holds, to others in one step, and his account is closed. */
export function HandoverDialog({ person, locked, close, lock }: Props) {
  const { t } = useTexts()
  const [rules, setRules] = useState<Record<string, Rule>>({})
  const [locking, setLocking] = useState(!locked)
  const { alone, busy } = useAlone()
  const query = useHoldings(person.id)
  const held = (query.data?.items ?? []).filter(({ count }) => count > 0)
  const ruleOf = (object: string) => rules[object] ?? undecided
  const parts = held
    .map(({ object }) => ({ object, rule: ruleOf(object) }))
    .filter(({ rule }) => rule.to !== 'keep')
  const ready = parts.every(({ rule }) => rule.to === 'pool' || rule.people.length > 0)
  const send = async () => {
    if (parts.length) {
      const body = {
        reason: t('handover.reason', { name: person.name }),
        parts: parts.map(({ object, rule }) =>
          rule.to === 'pool'
            ? { object, release: true }
            : { object, owners: rule.people.map(({ id }) => id), by: rule.way },
        ),
      }
      await http.post<{ jobs: Job[] }>(`/people/${person.id}/handover`, body)
      showToast({ kind: 'done', text: t('handover.started', { name: person.name }) })
    }
    close()
    if (locking) lock()
  }
  return (
    <Modal
      open
      title={t('handover.title', { name: person.name })}
      okText={parts.length ? t('handover.do') : t('settings.lock')}
      okButtonProps={{ disabled: !query.data || !ready || (!parts.length && !locking) }}
      confirmLoading={busy}
      cancelText={t('common.cancel')}
      onCancel={close}
      onOk={() => void alone(() => send().catch(toastProblem))}
      width={480}
    >
      <p className="ink2">{t('handover.text')}</p>
      {query.isPending && <RowSkeleton rows={3} />}
      {query.error && (
        <Trouble
          title={t('common.notDone', { what: t('handover.one') })}
          error={query.error}
          again={() => void query.refetch()}
        />
      )}
      {held.map((holding) => (
        <Part
          key={holding.object}
          holding={holding}
          rule={ruleOf(holding.object)}
          change={(rule) => setRules({ ...rules, [holding.object]: rule })}
        />
      ))}
      {query.data && !held.length && <p className="note">{t('handover.nothing')}</p>}
      {!locked && (
        <Checkbox checked={locking} onChange={(event) => setLocking(event.target.checked)}>
          {t('handover.lock')}
        </Checkbox>
      )}
    </Modal>
  )
}
