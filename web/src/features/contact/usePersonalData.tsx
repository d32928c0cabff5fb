import { FileProtectOutlined, UserDeleteOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { http, type Job, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs/useJobs'
import type { More } from '@/platform/record/RecordPage'
import { dropRecent, useRefresh } from '@/platform/records'
import { useCan } from '@/platform/session'
import { EraseDialog, type Erasure } from './EraseDialog'

/** What a person may ask for: all that is kept of him, and its end. */
export function usePersonalData(row: Row, name: string): More {
  const { t } = useTexts()
  const can = useCan()
  const client = useQueryClient()
  const refresh = useRefresh()
  const navigate = useNavigate()
  const [erasing, setErasing] = useState(false)
  const exports = useJobs(() => void client.invalidateQueries({ queryKey: ['jobs'] }))
  const erasures = useJobs(({ state }) => {
    if (state === 'done') dropRecent(row.id)
    void refresh('contact')
  })
  if (!can('privacy.manage')) return { items: [], dialog: null }
  const path = `/privacy/contact/${row.id}`
  const erase = async (erasure: Erasure) => {
    const job = await http.post<Job>(`${path}/erase`, erasure)
    setErasing(false)
    dropRecent(row.id)
    await navigate({ to: '/contacts' })
    client.removeQueries({ queryKey: ['record', 'contact', row.id] })
    void erasures.start(Promise.resolve(job))
  }
  return {
    items: [
      {
        key: 'personal',
        icon: <FileProtectOutlined />,
        label: t('privacy.export'),
        run: () => void exports.start(http.post<Job>(`${path}/export`)),
      },
      ...(can('contact.delete')
        ? [
            {
              key: 'erase',
              icon: <UserDeleteOutlined />,
              label: t('privacy.erase'),
              danger: true,
              run: () => setErasing(true),
            },
          ]
        : []),
    ],
    dialog: erasing && <EraseDialog name={name} erase={erase} close={() => setErasing(false)} />,
  }
}
