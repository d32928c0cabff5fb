import { CheckCircleOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { create } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { useShortcuts } from '@/platform/keyboard'
import { objects, type ObjectKey } from '@/platform/records'
import { useCan } from '@/platform/session'
import { Empty } from '@/platform/ui'
import { itemsOf, told, waiting, type Day, type Item, type Section } from './day'
import { DayRow, type Acts } from './DayRow'
import { LogDialog } from './LogDialog'
import { useDayActs } from './useDay'

/** Nothing waits: what one can do all the same. */
function AllDone() {
  const { t } = useTexts()
  const can = useCan()
  const navigate = useNavigate()
  return (
    <Empty icon={<CheckCircleOutlined />} title={t('day.allDone')} hint={t('day.allDoneHint')}>
      {can('customer.claim') && (
        <Button type="primary" onClick={() => void navigate({ to: '/pool' })}>
          {t('day.claim')}
        </Button>
      )}
      {can('lead.create') && <Button onClick={() => create({ object: 'lead' })}>{t('day.addLead')}</Button>}
      {can('customer.create') && (
        <Button onClick={() => create({ object: 'customer' })}>{t('day.addCustomer')}</Button>
      )}
    </Empty>
  )
}

interface ChipsProps {
  day: Day
  chosen: string | undefined
  choose: (key: string | undefined) => void
}

function Chips({ day, chosen, choose }: ChipsProps) {
  const { t } = useTexts()
  const found = waiting(day, undefined)
  if (found.length < 2) return null
  const chip = (key: string | undefined, label: string, count: string) => (
    <button
      key={key ?? ''}
      type="button"
      className={key === chosen ? 'day-chip is-on' : 'day-chip'}
      aria-pressed={key === chosen}
      onClick={() => choose(key)}
    >
      {label} <b className="num">{count}</b>
    </button>
  )
  return (
    <div className="day-chips" role="group" aria-label={t('day.sections')}>
      {chip(undefined, t('day.all'), told(day.open))}
      {found.map(({ key, label, count }) => chip(key, label, told(count)))}
    </div>
  )
}

function Card({ section, day, acts }: { section: Section; day: string; acts: Acts }) {
  const { t } = useTexts()
  const page = objects[section.object as ObjectKey]?.page
  const more = section.count.value > section.items.length
  return (
    <section className="day-card" aria-labelledby={`day-${section.key}`}>
      <h2 className="section" id={`day-${section.key}`}>
        {section.label} <span className="note num">{told(section.count)}</span>
      </h2>
      <ul>
        {section.items.map((item) => (
          <DayRow key={item.record.id} item={item} section={section} day={day} acts={acts} />
        ))}
      </ul>
      {more && page && (
        <Link
          to={page}
          search={{ view: 'all', filter: section.filter, sort: section.sort } as object}
          className="day-more"
        >
          {t(section.count.exact ? 'day.more' : 'day.moreThan', { n: section.count.value })}
        </Link>
      )}
    </section>
  )
}

/** J and K go from row to row, L notes what was done with the one on which one stands. */
function useRowKeys(items: Item[], log: (item: Item) => void) {
  const list = useRef<HTMLDivElement>(null)
  const titles = () => [...(list.current?.querySelectorAll<HTMLElement>('.day-title') ?? [])]
  const standing = () => document.activeElement?.closest<HTMLElement>('.day-row')
  const go = (step: number) => {
    const all = titles()
    const at = all.findIndex((title) => standing()?.contains(title))
    all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]?.focus()
  }
  useShortcuts({
    j: () => go(1),
    k: () => go(-1),
    l: () => {
      const item = items.find(({ record }) => record.id === standing()?.dataset.id) ?? items[0]
      if (item?.acts.includes('log')) log(item)
    },
  })
  /** When a row has gone, whoever works by keys goes on from the one that took its place. */
  const left = useRef(-1)
  const goOn = (item: Item) => {
    left.current = items.findIndex(({ record }) => record.id === item.record.id)
  }
  useEffect(() => {
    if (left.current < 0) return
    const all = [...(list.current?.querySelectorAll<HTMLElement>('.day-title') ?? [])]
    const place = all[left.current] ?? all.at(-1)
    left.current = -1
    place?.focus({ preventScroll: true })
  }, [items.length])
  return { list, goOn }
}

/** What waits, section by section in the order in which it is to be done. */
export function DayWork({ day, chosen, choose }: ChipsProps) {
  const { t } = useTexts()
  const [logging, log] = useState<Item | null>(null)
  const { logged, plan, answered, finish } = useDayActs()
  const sections = waiting(day, chosen)
  const items = itemsOf(sections)
  const { list, goOn } = useRowKeys(items, log)
  return (
    <div ref={list} className="day">
      {items.length === 0 && <AllDone />}
      <Chips day={day} chosen={sections.length === 1 ? sections[0]?.key : undefined} choose={choose} />
      {sections.map((section) => (
        <Card
          key={section.key}
          section={section}
          day={day.day}
          acts={{
            log,
            plan: (item, date) => {
              void plan(item, date)
              goOn(item)
            },
            answered: (item) => {
              void answered(item)
              goOn(item)
            },
            finish: (item) => {
              void finish(item)
              goOn(item)
            },
          }}
        />
      ))}
      {items.length > 1 && (
        <p className="note day-keys">
          <kbd>J</kbd> <kbd>K</kbd> {t('day.keys')}
        </p>
      )}
      {logging && <LogDialog item={logging} items={items} gone={logged} go={log} />}
    </div>
  )
}
