import { CloseOutlined, DownOutlined, FilterOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Catalogue, Field } from '../http'
import { useTexts } from '../i18n'
import { fieldAt, pathOf } from '../records'
import { useConditionText } from './describe'
import { isGroup, printFilter, tryParse, type Condition, type Group, type Node } from './rsql'
import './filter.css'

const FilterBuilder = lazy(() => import('./FilterBuilder'))
const ConditionPopover = lazy(() => import('./ConditionPopover'))

interface ChipProps {
  text: string
  value?: string
  open: () => void
  remove: () => void
}

function Chip({ text, value, open, remove }: ChipProps) {
  const { t } = useTexts()
  return (
    <span className="chip is-on">
      <button type="button" className="plain" onClick={open}>
        {text} {value && <b>{value}</b>}
      </button>
      <button type="button" className="plain" aria-label={`${t('common.remove')} ${text}`} onClick={remove}>
        <CloseOutlined />
      </button>
    </span>
  )
}

function ConditionChip({
  field,
  condition,
  ...acts
}: { field: Field; condition: Condition } & Omit<ChipProps, 'text'>) {
  const { of } = useTexts()
  const value = useConditionText(field, condition)
  return <Chip text={of(field.label)} value={value} {...acts} />
}

interface Props {
  catalogue: Catalogue
  filter: string
  /** Fields that stand ready as chips. */
  quick: string[]
  change: (filter: string) => void
}

function QuickChip({ field, add }: { field: Field; add: (condition: Condition) => void }) {
  const { of } = useTexts()
  const [open, setOpen] = useState(false)
  const content = (
    <Suspense>
      {open && (
        <ConditionPopover
          field={field}
          apply={(condition) => {
            setOpen(false)
            add(condition)
          }}
        />
      )}
    </Suspense>
  )
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      content={content}
    >
      <button type="button" className="chip">
        {of(field.label)} <DownOutlined aria-hidden />
      </button>
    </Popover>
  )
}

const topLevel = (group: Group) => (group.all ? group.items : [group])

/** The conditions in force, the likely ones one click away, and the builder for everything else. */
export function FilterChips({ catalogue, filter, quick, change }: Props) {
  const { t } = useTexts()
  const [building, setBuilding] = useState(false)
  const group = tryParse(filter)
  const nodes = group ? topLevel(group).filter((node) => !isGroup(node) || node.items.length) : []
  const rewrite = (items: Node[]) => change(printFilter({ all: true, items }))
  const used = nodes.flatMap((node) => (isGroup(node) ? [] : [node.field]))
  const ready = quick
    .map((path) => fieldAt(catalogue, path))
    .filter((field): field is Field => !!field?.filterable && !used.includes(pathOf(field)))
  const builder = (
    <Suspense>
      {building && (
        <FilterBuilder
          catalogue={catalogue}
          start={group ?? { all: true, items: [] }}
          apply={(text) => {
            setBuilding(false)
            change(text)
          }}
        />
      )}
    </Suspense>
  )
  return (
    <div className="chips">
      {nodes.map((node, index) => {
        const acts = {
          open: () => setBuilding(true),
          remove: () => rewrite(nodes.filter((_, at) => at !== index)),
        }
        const field = isGroup(node) ? null : fieldAt(catalogue, node.field)
        if (field && !isGroup(node))
          return <ConditionChip key={index} field={field} condition={node} {...acts} />
        const text = isGroup(node)
          ? t(node.all ? 'filter.allOf' : 'filter.anyOf', { n: node.items.length })
          : node.field
        return <Chip key={index} text={text} {...acts} />
      })}
      {!group && <Chip text={t('filter.unreadable')} open={() => change('')} remove={() => change('')} />}
      {ready.map((field) => (
        <QuickChip key={pathOf(field)} field={field} add={(condition) => rewrite([...nodes, condition])} />
      ))}
      <Popover
        open={building}
        onOpenChange={setBuilding}
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        content={builder}
      >
        <button type="button" className="chip is-add">
          <FilterOutlined aria-hidden /> {t('filter.add')}
        </button>
      </Popover>
    </div>
  )
}
