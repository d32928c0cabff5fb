import { DeleteOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n'
import { objects, useRecordList, type ObjectKey } from '../records'
import { useCan } from '../session'
import { Empty } from '../ui'
import type { List } from './useList'

/** Not one record is left: says so of those in the recycle bin before it asks for a first one. */
export function NoneYet({ list, children }: { list: List; children: ReactNode }) {
  const { t, of } = useTexts()
  const navigate = useNavigate()
  const may = useCan()(`${list.object}.delete`)
  const bin = useRecordList(list.object, { limit: 1 }, true, may)
  if (may && bin.isPending) return null
  if (!bin.data?.pages[0]?.items.length) return children
  const { page } = objects[list.object as ObjectKey]
  return (
    <Empty
      icon={<DeleteOutlined />}
      title={t('bin.allThere', { what: of(list.catalogue.label) })}
      hint={t('bin.allThereHint')}
    >
      <Button type="primary" size="small" onClick={() => void navigate({ to: `${page}/deleted` })}>
        {t('bin.go')}
      </Button>
      <Button size="small" onClick={() => void navigate({ to: '/jobs' })}>
        {t('shell.jobs')}
      </Button>
    </Empty>
  )
}
