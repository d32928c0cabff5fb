import { DeleteOutlined, EditOutlined, PlusOutlined, SyncOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { http, type Catalogue } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useFields } from '@/platform/records'
import { toastProblem } from '@/platform/toast'
import { ask, Empty, Tag, Wide } from '@/platform/ui'
import { Panel } from '../Panel'
import { FilterText } from '../pools/FilterText'
import { useKinds } from './CadenceForm'
import { useCadences, usePlannedAnew, type Cadence } from './cadences'
import { PursuitForm } from './PursuitForm'
import '../pools/pools.css'

const CadenceDrawer = lazy(() =>
  import('./CadenceDrawer').then((drawer) => ({ default: drawer.CadenceDrawer })),
)

interface LineProps {
  cadence: Cadence
  catalogue: Catalogue
  edit: () => void
}

function Acts({ cadence, edit }: Omit<LineProps, 'catalogue'>) {
  const { t } = useTexts()
  const plannedAnew = usePlannedAnew()
  const remove = async () => {
    const question = {
      title: t('cadence.removeAsk', { name: cadence.name }),
      text: t('cadence.removeText'),
      yes: t('common.delete'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question)) await http.delete(`/cadences/${cadence.id}`).then(plannedAnew, toastProblem)
  }
  return (
    <td className="pool-acts">
      <Button
        size="small"
        type="text"
        icon={<EditOutlined />}
        aria-label={t('cadence.changeOf', { name: cadence.name })}
        onClick={edit}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`${t('common.delete')} ${cadence.name}`}
        onClick={() => void remove()}
      />
    </td>
  )
}

function Line({ cadence, catalogue, edit }: LineProps) {
  const { t } = useTexts()
  const kind = useKinds().find(({ value }) => value === cadence.kind)
  return (
    <tr>
      <td>
        {cadence.name} {!cadence.active && <Tag color="gray">{t('cadence.off')}</Tag>}
      </td>
      <td>
        {cadence.condition ? (
          <FilterText catalogue={catalogue} filter={cadence.condition} />
        ) : (
          <span className="ink2">{t('cadence.everyone')}</span>
        )}
      </td>
      <td className="num">{t(`cadence.periodText.${cadence.unit}`, { n: cadence.every })}</td>
      <td>{kind?.label ?? cadence.kind}</td>
      <td>{cadence.person?.label ?? t('cadence.owner')}</td>
      <Acts cadence={cadence} edit={edit} />
    </tr>
  )
}

function Lines({
  all,
  catalogue,
  edit,
}: {
  all: Cadence[]
  catalogue: Catalogue
  edit: (one: Cadence) => void
}) {
  const { t } = useTexts()
  return (
    <Wide label={t('settings.sections.cadences')}>
      <table className="grid-table">
        <thead>
          <tr>
            <th>{t('cadence.name')}</th>
            <th>{t('cadence.who')}</th>
            <th>{t('cadence.period')}</th>
            <th>{t('cadence.kind')}</th>
            <th>{t('cadence.doer')}</th>
            <th aria-label={t('common.edit')} />
          </tr>
        </thead>
        <tbody>
          {all.map((cadence) => (
            <Line key={cadence.id} cadence={cadence} catalogue={catalogue} edit={() => edit(cadence)} />
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** The rhythms of the firm, and what it holds usual between them. */
export default function CadencesPage() {
  const { t } = useTexts()
  const cadences = useCadences()
  const catalogue = useFields('customer').data
  const [editing, setEditing] = useState<Cadence | 'new' | null>(null)
  const all = cadences.data ?? []
  const add = (text: string) => (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {text}
    </Button>
  )
  return (
    <Panel section="cadences" query={cadences} acts={all.length > 0 && add(t('cadence.new'))}>
      {all.length === 0 && (
        <Empty icon={<SyncOutlined />} title={t('cadence.none')} hint={t('cadence.noneHint')}>
          {add(t('cadence.first'))}
        </Empty>
      )}
      {catalogue && all.length > 0 && <Lines all={all} catalogue={catalogue} edit={setEditing} />}
      <PursuitForm />
      <Suspense>
        {editing && catalogue && (
          <CadenceDrawer
            catalogue={catalogue}
            row={editing === 'new' ? null : editing}
            close={() => setEditing(null)}
          />
        )}
      </Suspense>
    </Panel>
  )
}
