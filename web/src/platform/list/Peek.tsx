import { CloseOutlined, DownOutlined, ExpandAltOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { formatNumber, useTexts } from '../i18n'
import { useShortcuts } from '../keyboard'
import { pageOf } from '../records'
import { RecordGlance } from '../record/RecordGlance'
import type { List } from './useList'

interface Props {
  list: List
  ids: string[]
  total: number
}

/** The chosen row beside the list; J and K walk, Esc closes, the list keeps its place. */
export function Peek({ list, ids, total }: Props) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const id = list.peek!
  const at = ids.indexOf(id)
  const walk = (step: number) => {
    const next = ids[at + step]
    if (next) list.setPeek(next)
  }
  const page = pageOf(list.object, id)
  const open = () => page && void navigate({ to: page })
  useShortcuts({
    j: () => walk(1),
    k: () => walk(-1),
    escape: () => list.setPeek(undefined),
    enter: () => open(),
  })
  return (
    <aside className="peek" aria-label={t('list.peek')}>
      <div className="peek-head">
        <button
          type="button"
          className="icon-button"
          aria-label={t('list.previous')}
          disabled={at <= 0}
          onClick={() => walk(-1)}
        >
          <UpOutlined />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('list.next')}
          disabled={at < 0 || at >= ids.length - 1}
          onClick={() => walk(1)}
        >
          <DownOutlined />
        </button>
        <span className="num ink3 grow">{at >= 0 && `${formatNumber(at + 1)} / ${formatNumber(total)}`}</span>
        <Button size="small" icon={<ExpandAltOutlined />} onClick={open}>
          {t('list.openPage')}
        </Button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('common.close')}
          onClick={() => list.setPeek(undefined)}
        >
          <CloseOutlined />
        </button>
      </div>
      <RecordGlance key={id} object={list.object} catalogue={list.catalogue} id={id} />
    </aside>
  )
}
