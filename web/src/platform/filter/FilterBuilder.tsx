import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { Catalogue } from '../http'
import { useTexts } from '../i18n'
import { ConditionEditor } from './ConditionEditor'
import { newCondition } from './operators'
import { operatorsOf } from './operators'
import { emptyFilter, isGroup, printFilter, type Group, type Node } from './rsql'

interface GroupProps {
  catalogue: Catalogue
  group: Group
  change: (group: Group) => void
  nested?: boolean
}

function GroupEditor({ catalogue, group, change, nested = false }: GroupProps) {
  const { t } = useTexts()
  const first = catalogue.fields.find((field) => field.filterable && operatorsOf(field).length)
  const set = (index: number, node: Node | null) =>
    change({
      ...group,
      items: group.items.flatMap((item, at) => (at === index ? (node ? [node] : []) : [item])),
    })
  const add = (node: Node) => change({ ...group, items: [...group.items, node] })
  return (
    <div className={nested ? 'filter-group is-nested' : 'filter-group'}>
      <Segmented
        size="small"
        value={group.all ? 'all' : 'any'}
        options={[
          { value: 'all', label: t('filter.all') },
          { value: 'any', label: t('filter.any') },
        ]}
        onChange={(value) => change({ ...group, all: value === 'all' })}
      />
      {group.items.map((item, index) =>
        isGroup(item) ? (
          <GroupEditor
            key={index}
            nested
            catalogue={catalogue}
            group={item}
            change={(next) => set(index, next.items.length ? next : null)}
          />
        ) : (
          <ConditionEditor
            key={index}
            catalogue={catalogue}
            condition={item}
            change={(next) => set(index, next)}
            remove={() => set(index, null)}
          />
        ),
      )}
      {first && (
        <div className="row">
          <Button size="small" icon={<PlusOutlined />} onClick={() => add(newCondition(first))}>
            {t('filter.condition')}
          </Button>
          {!nested && (
            <Button
              size="small"
              type="text"
              onClick={() => add({ all: !group.all, items: [newCondition(first)] })}
            >
              {t('filter.group')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** An empty filter opens with one condition to fill in. */
function startingWith(group: Group, catalogue: Catalogue): Group {
  const field = catalogue.fields.find((one) => one.filterable && operatorsOf(one).length)
  return group.items.length || !field ? group : { ...emptyFilter(), items: [newCondition(field)] }
}

/** Conditions that are not filled in yet do not count. */
export function filled(group: Group): Group {
  const items = group.items.flatMap((item): Node[] => {
    if (!isGroup(item))
      return item.values.some(Boolean) ? [{ ...item, values: item.values.filter(Boolean) }] : []
    const inner = filled(item)
    return inner.items.length ? [inner] : []
  })
  return { ...group, items }
}

interface Props {
  catalogue: Catalogue
  start: Group
  apply: (filter: string) => void
}

export default function FilterBuilder({ catalogue, start, apply }: Props) {
  const { t } = useTexts()
  const [group, setGroup] = useState<Group>(() => startingWith(start, catalogue))
  return (
    <div className="filter-builder">
      <GroupEditor catalogue={catalogue} group={group} change={setGroup} />
      <div className="row filter-foot">
        <Button type="text" onClick={() => apply('')}>
          {t('filter.clear')}
        </Button>
        <Button type="primary" onClick={() => apply(printFilter(filled(group)))}>
          {t('filter.apply')}
        </Button>
      </div>
    </div>
  )
}
