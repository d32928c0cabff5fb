import { ApartmentOutlined, UserOutlined } from '@ant-design/icons'
import { useDroppable } from '@dnd-kit/core'
import { Link } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import type { Catalogue, Choice, Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { Moving, type Place } from '@/platform/list/moving/Moving'
import { useMovable } from '@/platform/list/moving/useMovable'
import { pageOf, titleOf, useFields } from '@/platform/records'
import { usePhone } from '@/platform/theme/theme'
import { Empty, RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { branchesOf, superiorOf, under, type Branch } from './chart'
import { DRAWN, useDrawn, useSuperiors } from './useChart'
import './chart.css'

/** The place above all: who is dropped there reports to nobody. */
const TOP = 'top'

interface Chart {
  catalogue: Catalogue
  contacts: Row[]
  superiors: ReturnType<typeof useSuperiors>
  put: (id: string, place: string) => void
}

/** The way for whoever cannot or does not want to drag. */
function SuperiorMenu({ chart, contact }: { chart: Chart; contact: Row }) {
  const { t } = useTexts()
  const { catalogue, contacts, superiors, put } = chart
  const barred = under(contacts, contact.id)
  const now = superiorOf(contact)?.id
  const items = [
    ...(now ? [{ key: TOP, label: t('chart.none') }] : []),
    ...contacts
      .filter(({ id }) => id !== now && !barred.has(id))
      .map((one) => ({ key: one.id, label: titleOf(one, catalogue) })),
  ]
  if (!items.length) return null
  return (
    <Dropdown
      trigger={['click']}
      disabled={superiors.isBusy(contact.id)}
      menu={{
        items,
        onClick: ({ key }) => put(contact.id, key),
        style: { maxHeight: 320, overflow: 'auto' },
      }}
    >
      <button
        type="button"
        className="icon-button chart-menu"
        title={t('chart.give')}
        aria-label={t('chart.giveWho', { who: titleOf(contact, catalogue) })}
      >
        <ApartmentOutlined />
      </button>
    </Dropdown>
  )
}

interface FaceProps {
  contact: Row
  chart: Chart
  grip?: ReturnType<typeof useMovable>['grip']
}

function Face({ contact, chart, grip }: FaceProps) {
  const { t } = useTexts()
  const line = contact.departmentLine as Choice | null | undefined
  return (
    <div className="chart-card">
      <span className="row">
        <Link className="grow clip" to={pageOf('contact', contact.id)!} {...grip}>
          {titleOf(contact, chart.catalogue)}
        </Link>
        {!chart.superiors.off && <SuperiorMenu chart={chart} contact={contact} />}
      </span>
      <span className="chart-facts">
        {contact.primaryContact === true && <Tag color="blue">{t('record.primary')}</Tag>}
        {line && <Tag color={line.color ?? null}>{line.label}</Tag>}
        <span className="note clip">{String(contact.jobTitle ?? '')}</span>
      </span>
    </div>
  )
}

/** A contact and all who report to it. */
function Bough({ branch, chart }: { branch: Branch; chart: Chart }) {
  const phone = usePhone()
  const { contact, below } = branch
  const { superiors } = chart
  const { node, grip, isHeld } = useMovable(contact.id, {
    off: superiors.off || phone,
    busy: superiors.isBusy(contact.id),
  })
  const { setNodeRef, isOver } = useDroppable({ id: contact.id })
  return (
    <li>
      <div ref={setNodeRef} className={`chart-place${isOver && !isHeld ? ' is-over' : ''}`}>
        <div className={isHeld ? 'is-held' : undefined} {...node}>
          <Face contact={contact} chart={chart} {...(grip && { grip })} />
        </div>
      </div>
      {below.length > 0 && (
        <ul>
          {below.map((one) => (
            <Bough key={one.contact.id} branch={one} chart={chart} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Top() {
  const { t } = useTexts()
  const { setNodeRef, isOver } = useDroppable({ id: TOP })
  return (
    <div ref={setNodeRef} className={`chart-top note${isOver ? ' is-over' : ''}`}>
      {t('chart.top')}
    </div>
  )
}

function Drawing({ catalogue, contacts }: { catalogue: Catalogue; contacts: Row[] }) {
  const { t } = useTexts()
  const superiors = useSuperiors(catalogue)
  const byId = (id: string) => contacts.find((one) => one.id === id)
  const nameOf = (id: string) => titleOf(byId(id)!, catalogue)
  const put = (id: string, place: string) => {
    const contact = byId(id)
    if (!contact || id === place) return
    superiors.give(contact, place === TOP ? null : { id: place, label: nameOf(place) })
  }
  const chart = { catalogue, contacts, superiors, put }
  const places: Place[] = [
    { id: TOP, name: t('chart.top'), refusal: '' },
    ...contacts.map(({ id }) => ({ id, name: nameOf(id), refusal: '' })),
  ]
  return (
    <Moving
      places={places}
      nameOf={nameOf}
      placeOf={(id) => superiorOf(byId(id)!)?.id ?? TOP}
      move={put}
      shown={(id) => <Face contact={byId(id)!} chart={chart} />}
    >
      <div className="chart">
        {!superiors.off && <Top />}
        <ul>
          {branchesOf(contacts).map((branch) => (
            <Bough key={branch.contact.id} branch={branch} chart={chart} />
          ))}
        </ul>
      </div>
      {superiors.dialog}
    </Moving>
  )
}

/** Who reports to whom at a customer; dragged, or chosen from the menu of a card. */
export default function OrganisationChart({ customer }: { customer: Row }) {
  const { t } = useTexts()
  const { query, contacts, more } = useDrawn(customer)
  const catalogue = useFields('contact').data
  if (query.error) {
    const title = t('common.notDone', { what: t('chart.title') })
    return <Trouble title={title} error={query.error} again={() => void query.refetch()} />
  }
  if (!query.data || !catalogue) return <RowSkeleton rows={4} />
  if (!contacts.length)
    return <Empty icon={<UserOutlined />} title={t('record.noContacts')} hint={t('record.noContactsHint')} />
  return (
    <>
      {more && <p className="note">{t('chart.cut', { n: DRAWN })}</p>}
      <Drawing catalogue={catalogue} contacts={contacts} />
    </>
  )
}
