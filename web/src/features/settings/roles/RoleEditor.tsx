import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useAlone } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { TabRow } from '@/platform/list/TabRow'
import { ask } from '@/platform/ui'
import { FieldRights } from './FieldRights'
import { PermissionMatrix } from './PermissionMatrix'
import { isAdministrator, type Role, type RoleCatalogue } from './role'
import '@/platform/list/list.css'

interface Props {
  start: Role
  catalogue: RoleCatalogue
  save: (role: Role) => Promise<boolean>
  remove: (role: Role) => void
}

function Demand({ role, change }: { role: Role; change: (role: Role) => void }) {
  const { t } = useTexts()
  return (
    <section className="role-section">
      <Checkbox
        checked={role.secondFactor}
        onChange={(event) => change({ ...role, secondFactor: event.target.checked })}
      >
        {t('factor.must')}
      </Checkbox>
      <p className="note">{t('factor.mustHint')}</p>
    </section>
  )
}

type FieldsProps = Pick<Props, 'catalogue'> & { role: Role; change: (role: Role) => void }

/** The fields of one object at a time. */
function FieldsOf({ role, catalogue, change }: FieldsProps) {
  const { t, of } = useTexts()
  const [chosen, choose] = useState(catalogue.objects[0]?.object ?? '')
  const object = catalogue.objects.find((one) => one.object === chosen)
  const items = catalogue.objects.map((one) => ({ key: one.object, label: of(one.label) }))
  return (
    <>
      <TabRow label={t('settings.fieldRights')} items={items} chosen={chosen} choose={choose} />
      {object && <FieldRights key={chosen} role={role} object={object} change={change} />}
    </>
  )
}

export function RoleEditor({ start, catalogue, save, remove }: Props) {
  const { t } = useTexts()
  const [role, setRole] = useState(start)
  const { alone, busy } = useAlone()
  const changed = role !== start || !role.id
  const fixed = isAdministrator(role)
  const change = (next: Role) => fixed || setRole(next)
  const store = () => alone(() => save(role))
  const removeIt = async () => {
    const question = {
      title: t('settings.roleAsk', { name: role.name }),
      text: t('settings.roleText', { n: role.people ?? 0 }),
      yes: t('common.delete'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question)) remove(role)
  }
  return (
    <div>
      <div className="row role-head">
        <Input
          aria-label={t('common.name')}
          value={role.name}
          disabled={role.standard}
          onChange={(event) => setRole({ ...role, name: event.target.value })}
          style={{ width: 240 }}
        />
        <span className="note grow">
          {role.standard && t(fixed ? 'settings.fixedRole' : 'settings.standardRole')}
        </span>
        {role.id && !role.standard && (
          <Button danger onClick={() => void removeIt()}>
            {t('common.delete')}
          </Button>
        )}
        <Button
          type="primary"
          disabled={!changed || !role.name.trim()}
          loading={busy}
          onClick={() => void store()}
        >
          {t('common.save')}
        </Button>
      </div>
      <Demand role={role} change={setRole} />
      <PermissionMatrix role={role} catalogue={catalogue} change={change} />
      <section className="role-section">
        <h2 className="section">{t('settings.fieldRights')}</h2>
        <p className="note">{t('settings.fieldRightsHint')}</p>
        <FieldsOf role={role} catalogue={catalogue} change={change} />
      </section>
    </div>
  )
}
