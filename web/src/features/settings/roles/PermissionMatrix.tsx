import { Checkbox, Select } from 'antd'
import { useTexts } from '@/platform/i18n'
import { toggled, type Role, type RoleCatalogue, type Scope } from './role'

interface Props {
  role: Role
  catalogue: RoleCatalogue
  change: (role: Role) => void
}

const actions = [
  ...(['read', 'create', 'update', 'delete', 'export', 'import'] as const),
  ...(['assign', 'reveal', 'merge', 'share'] as const),
]

function Objects({ role, catalogue, change }: Props) {
  const { t, of } = useTexts()
  const offered = new Set(catalogue.permissions.map(({ key }) => key))
  const scopes = catalogue.scopes.map((value) => ({ value, label: t(`settings.scopeNames.${value}`) }))
  return (
    <div className="scroll-x">
      <table className="grid-table">
        <thead>
          <tr>
            <th>{t('settings.object')}</th>
            <th>{t('settings.whose')}</th>
            {actions.map((action) => (
              <th key={action}>{t(`settings.actions.${action}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {catalogue.objects.map(({ object, label, owned }) => (
            <tr key={object}>
              <td>{of(label)}</td>
              <td>
                {owned && (
                  <Select<Scope>
                    size="small"
                    aria-label={`${t('settings.whose')} ${of(label)}`}
                    value={role.scopes[object] ?? 'self'}
                    options={scopes}
                    onChange={(scope) => change({ ...role, scopes: { ...role.scopes, [object]: scope } })}
                    style={{ width: 130 }}
                  />
                )}
              </td>
              {actions.map((action) => {
                const key = `${object}.${action}`
                return (
                  <td key={action}>
                    {offered.has(key) && (
                      <Checkbox
                        checked={role.permissions.includes(key)}
                        aria-label={`${of(label)} ${t(`settings.actions.${action}`)}`}
                        onChange={() => change(toggled(role, key))}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Object by action, whose records, and the permissions that stand alone. */
export function PermissionMatrix(props: Props) {
  const { role, catalogue, change } = props
  const { t, of } = useTexts()
  const tabled = new Set(
    catalogue.objects.flatMap(({ object }) => actions.map((action) => `${object}.${action}`)),
  )
  const single = catalogue.permissions.filter(({ key }) => !tabled.has(key))
  return (
    <>
      <section className="role-section">
        <h2 className="section">{t('settings.permissions')}</h2>
        <Objects {...props} />
      </section>
      <section className="role-section">
        <h2 className="section">{t('settings.singles')}</h2>
        <div className="chips">
          {single.map(({ key, label }) => (
            <Checkbox
              key={key}
              checked={role.permissions.includes(key)}
              onChange={() => change(toggled(role, key))}
            >
              {of(label)}
            </Checkbox>
          ))}
        </div>
      </section>
    </>
  )
}
