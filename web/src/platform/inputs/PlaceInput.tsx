import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Cascader, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { http, type Page, type TreeItem } from '../http'
import { useTexts } from '../i18n'
import { useTyped } from '../keyboard'
import { asRef, useIndustries } from '../records'
import type { InputProps } from './FieldInput'

interface Option {
  value: string
  label: string
  isLeaf: boolean
  children?: Option[]
}

const optionOf = ({ id, label, leaf }: TreeItem): Option => ({ value: id, label, isLeaf: leaf })

/** Where a pointer can rest on an item it shows what is below, and one click chooses; a finger opens level by level. */
const expandTrigger = window.matchMedia('(hover: hover)').matches ? 'hover' : 'click'

const read = (parent: string) => http.get<Page<TreeItem>>('/regions', { parent }).then((page) => page.items)

function useRegionTree() {
  const client = useQueryClient()
  const [branches, setBranches] = useState<Record<string, TreeItem[]>>({})
  const top = useQuery({ queryKey: ['regions', ''], queryFn: () => read(''), staleTime: Infinity })
  const grow = (items: TreeItem[]): Option[] =>
    items.map((item) => {
      const below = branches[item.id]
      return { ...optionOf(item), ...(below && { children: grow(below) }) }
    })
  const load = async (path: Option[]) => {
    const parent = path.at(-1)!.value
    const items = await client.fetchQuery({
      queryKey: ['regions', parent],
      queryFn: () => read(parent),
      staleTime: Infinity,
    })
    setBranches((known) => ({ ...known, [parent]: items }))
  }
  return { options: grow(top.data ?? []), load }
}

interface SearchProps {
  menus: ReactElement
  choose: (item: TreeItem) => void
}

/** 省市区 by clicking down, or by typing any part of the name. */
function RegionSearch({ menus, choose }: SearchProps) {
  const { t } = useTexts()
  const { value, settled, change, input } = useTyped()
  const { data } = useQuery({
    queryKey: ['regions', 'search', settled],
    queryFn: () => http.get<Page<TreeItem>>('/regions/search', { q: settled }),
    enabled: settled.length > 0,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className="region-search">
        <Input
          size="small"
          value={value}
          onChange={(event) => change(event.target.value)}
          placeholder={t('field.regionSearch')}
          aria-label={t('field.regionSearch')}
          onKeyDown={(event) => event.stopPropagation()}
          {...input}
        />
      </div>
      {value ? (
        <ul className="region-found">
          {(data?.items ?? []).map((item) => (
            <li key={item.id}>
              <button type="button" className="plain" onClick={() => choose(item)}>
                {item.label}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        menus
      )}
    </>
  )
}

export function RegionInput({ value, onChange, id, label, placeholder }: InputProps) {
  const { options, load } = useRegionTree()
  const [open, setOpen] = useState(false)
  const current = asRef(value)
  return (
    <Cascader<Option>
      {...(id && { id })}
      aria-label={label}
      placeholder={placeholder}
      open={open}
      onOpenChange={setOpen}
      options={options}
      loadData={(path) => void load(path as Option[])}
      changeOnSelect
      expandTrigger={expandTrigger}
      value={current ? [current.id] : []}
      displayRender={() => current?.label}
      onChange={(path, chosen) => {
        const last = path?.at(-1)
        onChange(last ? { id: String(last), label: chosen.map((option) => option.label).join(' ') } : null)
      }}
      popupRender={(menus) => (
        <RegionSearch
          menus={menus}
          choose={(item) => {
            onChange({ id: item.id, label: item.label })
            setOpen(false)
          }}
        />
      )}
      style={{ width: '100%' }}
    />
  )
}

function treeOf(items: TreeItem[], parent: string | null): Option[] {
  return items
    .filter((item) => (item.parent || null) === parent)
    .map((item) => {
      const children = treeOf(items, item.id)
      return { ...optionOf(item), isLeaf: !children.length, ...(children.length && { children }) }
    })
}

export function IndustryInput({ value, onChange, id, label, placeholder }: InputProps) {
  const items = useIndustries().data ?? []
  const current = asRef(value)
  return (
    <Cascader<Option>
      {...(id && { id })}
      aria-label={label}
      placeholder={placeholder}
      options={treeOf(items, null)}
      changeOnSelect
      expandTrigger={expandTrigger}
      showSearch
      value={current ? [current.id] : []}
      displayRender={() => current?.label}
      onChange={(path, chosen) => {
        const last = path?.at(-1)
        onChange(last ? { id: String(last), label: chosen.map((option) => option.label).join(' › ') } : null)
      }}
      style={{ width: '100%' }}
    />
  )
}
