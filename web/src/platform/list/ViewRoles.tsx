import { useQuery } from '@tanstack/react-query'
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { http, type Page } from '../http'
import { useTexts } from '../i18n'
import { showToast, toastProblem } from '../toast'
import { RowSkeleton } from '../ui'
import { useViewActs } from './useViews'
import type { List } from './useList'

interface Role {
  id: string
  name: string
}

/** Which roles open the list with this view, until one of their people chooses another. */
export default function ViewRoles({ list, close }: { list: List; close: () => void }) {
  const { t } = useTexts()
  const [chosen, setChosen] = useState(list.view.defaultFor)
  const { giveTo } = useViewActs(list.object)
  const roles = useQuery({
    queryKey: ['roles', 'named'],
    queryFn: ({ signal }) => http.get<Page<Role>>('/roles', undefined, signal),
  }).data?.items
  const save = () =>
    giveTo(list.view, chosen).then(() => {
      close()
      showToast({ kind: 'done', text: t('list.rolesGiven', { name: list.view.name, n: chosen.length }) })
    }, toastProblem)
  return (
    <Modal
      open
      title={t('list.forRolesAsk', { name: list.view.name })}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      onCancel={close}
      onOk={() => void save()}
      width={420}
    >
      {!roles && <RowSkeleton rows={3} />}
      {roles && (
        <Checkbox.Group
          className="view-roles"
          value={chosen}
          onChange={setChosen}
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <p className="note">{t('list.forRolesHint')}</p>
    </Modal>
  )
}
