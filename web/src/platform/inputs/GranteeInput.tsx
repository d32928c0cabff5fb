import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { http, type Field, type Page, type Ref } from '../http'
import { useTexts } from '../i18n'
import { asRef } from '../records'
import { useCan } from '../session'
import { FieldInput } from './FieldInput'

const kinds = ['person', 'department', 'role'] as const
export type Kind = (typeof kinds)[number]

/** Roles are named to those who manage them; everybody may choose colleagues and departments. */
function RoleInput({ value, onChange }: { value: Ref | null; onChange: (role: Ref) => void }) {
  const { t } = useTexts()
  const roles = useQuery({
    queryKey: ['roles', 'named'],
    queryFn: ({ signal }) => http.get<Page<{ id: string; name: string }>>('/roles', undefined, signal),
  }).data?.items
  return (
    <Select<string>
      aria-label={t('share.kinds.role')}
      value={value?.id}
      loading={!roles}
      options={(roles ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id, role) => onChange({ id, label: String((role as { label: string }).label) })}
      placeholder={t('share.who')}
      style={{ width: '100%' }}
    />
  )
}

interface WhoProps {
  kind: Kind
  value: Ref | null
  onChange: (who: Ref | null) => void
}

function WhoInput({ kind, value, onChange }: WhoProps) {
  const { t } = useTexts()
  if (kind === 'role') return <RoleInput value={value} onChange={onChange} />
  const field = { name: kind, type: kind, object: kind, required: false } as Field
  return (
    <FieldInput
      field={field}
      value={value}
      onChange={(next) => onChange(asRef(next))}
      label={t(`share.kinds.${kind}`)}
      autoFocus
    />
  )
}

interface Props extends WhoProps {
  chooseKind: (kind: Kind) => void
}

/** A colleague, a department or a role. */
export function GranteeInput({ kind, chooseKind, value, onChange }: Props) {
  const { t } = useTexts()
  const can = useCan()
  const offered = kinds.filter((one) => one !== 'role' || can('roles.manage') || can('people.manage'))
  const choose = (next: Kind) => {
    chooseKind(next)
    onChange(null)
  }
  return (
    <>
      <Segmented<Kind>
        block
        value={kind}
        onChange={choose}
        options={offered.map((one) => ({ value: one, label: t(`share.kinds.${one}`) }))}
      />
      <div className="grantee-who">
        <WhoInput key={kind} kind={kind} value={value} onChange={onChange} />
      </div>
    </>
  )
}
