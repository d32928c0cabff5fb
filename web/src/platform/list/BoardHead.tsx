import { DownOutlined, LockOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import type { ReactNode } from 'react'
import type { Field } from '../http'
import { useTexts } from '../i18n'
import { pathOf } from '../records'
import './board.css'

interface Props {
  /** "按「关系」分列" */
  text: string
  /** What is chosen here, for readers. */
  label: string
  fields: Field[]
  chosen: Field
  choose: (path: string) => void
  /** Why nothing can be moved; empty when it can. */
  off: string
  children?: ReactNode
}

/** Above a board: the field that carries it, and why its records cannot be moved if they cannot. */
export function BoardHead({ text, label, fields, chosen, choose, off, children }: Props) {
  const { of } = useTexts()
  const items = fields.map((field) => ({ key: pathOf(field), label: of(field.label) }))
  const menu = {
    items,
    selectedKeys: [pathOf(chosen)],
    onClick: ({ key }: { key: string }) => choose(key),
    style: { maxHeight: 360, overflow: 'auto' },
  }
  return (
    <div className="board-head">
      {children}
      <Dropdown trigger={['click']} menu={menu}>
        <button type="button" className="plain board-pick" title={label}>
          {text}
          <DownOutlined aria-hidden />
        </button>
      </Dropdown>
      {off && (
        <span className="board-note">
          <LockOutlined aria-hidden />
          {off}
        </span>
      )}
    </div>
  )
}
