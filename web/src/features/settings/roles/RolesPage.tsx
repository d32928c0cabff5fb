import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { http } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { Panel } from '../Panel'
import { useResource } from '../useResource'
import { written, type Role, type RoleCatalogue } from './role'
import { RoleEditor } from './RoleEditor'

const useRoleCatalogue = () =>
  useQuery({
    queryKey: ['roles', 'catalogue'],
    queryFn: () => http.get<RoleCatalogue>('/roles/catalogue'),
    staleTime: Infinity,
  })

const blank = (name: string): Role => ({
  id: '',
  version: 0,
  code: '',
  name,
  standard: false,
  permissions: [],
  scopes: {},
  fields: {},
  secondFactor: false,
})

/** What each role may do, whose records it sees, and which fields it may read or write. */
export default function RolesPage() {
  const { t } = useTexts()
  const roles = useResource<Role>('/roles', ['roles', 'list'])
  const catalogue = useRoleCatalogue()
  const [chosen, setChosen] = useState<string | null>(null)
  const list = roles.query.data ?? []
  const role =
    chosen === 'new' ? blank(t('settings.newRole')) : (list.find(({ id }) => id === chosen) ?? list[0])
  const save = (next: Role) => {
    const body = written(next)
    if (next.id) return roles.change(next.id, body, next.version)
    return roles.run(http.post<Role>('/roles', body).then((made) => setChosen(made.id)))
  }
  const remove = async (gone: Role) => {
    if (await roles.remove(gone.id)) setChosen(null)
  }
  const acts = (
    <Button icon={<PlusOutlined />} onClick={() => setChosen('new')}>
      {t('settings.newRole')}
    </Button>
  )
  return (
    <Panel section="roles" query={roles.query} acts={acts}>
      <div className="settings-split">
        <ul>
          {list.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-current={one === role}
                className={one === role ? 'plain side-link is-current' : 'plain side-link'}
                onClick={() => setChosen(one.id)}
              >
                {one.name} <span className="ink3 num">{t('settings.heads', { n: one.people ?? 0 })}</span>
              </button>
            </li>
          ))}
        </ul>
        {role && catalogue.data && (
          <RoleEditor
            key={`${role.id}${role.version}`}
            start={role}
            catalogue={catalogue.data}
            save={save}
            remove={(gone) => void remove(gone)}
          />
        )}
      </div>
    </Panel>
  )
}
