import { DownOutlined, LoadingOutlined, RightOutlined } from '@ant-design/icons'
import type { Field } from '../http'
import { formatNumber, useTexts } from '../i18n'
import { pathOf } from '../records'
import { Person, Tag } from '../ui'
import { filterOf, summable, type GroupOf } from './groups'
import { SumLine } from './Sums'
import type { List } from './useList'

function Name({ field, group }: { field: Field; group: GroupOf }) {
  const { t } = useTexts()
  const { key } = group
  if (!key) return <span className="ink3">{t('list.groupNone')}</span>
  if (field.type === 'person' && key.label) return <Person name={key.label} />
  if (field.type === 'choice' && key.color) return <Tag color={key.color}>{key.label}</Tag>
  return <>{key.label || t('list.groupHidden')}</>
}

interface Props {
  list: List
  field: Field
  group: GroupOf
  open: boolean
  busy: boolean
  toggle: () => void
}

/** Over the rows that share a value: how many they are, which opens them, and what they add up to. */
export function GroupHead({ list, field, group, open, busy, toggle }: Props) {
  const { t } = useTexts()
  const { key } = group
  const only = () => list.change({ filter: filterOf(list.state.filter, pathOf(field), key), group: '' })
  return (
    <span className="group-head">
      <button type="button" className="plain group-toggle" aria-expanded={open} onClick={toggle}>
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        <Name field={field} group={group} />
      </button>
      {key && !key.id ? (
        <span className="num ink3">{formatNumber(group.count)}</span>
      ) : (
        <button type="button" className="link num" title={t('list.groupOpen')} onClick={only}>
          {formatNumber(group.count)}
        </button>
      )}
      {busy && <LoadingOutlined aria-hidden />}
      <SumLine fields={summable(list.catalogue, list.state.columns)} sums={group.sums} />
    </span>
  )
}
