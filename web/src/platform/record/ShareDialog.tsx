import { useQuery } from '@tanstack/react-query'
import { DatePicker, Form, Radio, Segmented, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { FormDialog } from '../form/FormDialog'
import { useSending } from '../form/useSending'
import { http, type Field, type Page, type Ref } from '../http'
import { useTexts } from '../i18n'
import { FieldInput } from '../inputs'
import { asRef } from '../records'
import { useCan } from '../session'
import { kinds, type Kind, type Level, type Share } from './shares'

interface Values {
  level: Level
  until: Dayjs | null
}

const levels = ['read', 'write'] as const

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

function GranteeInput({
  kind,
  value,
  onChange,
}: {
  kind: Kind
  value: Ref | null
  onChange: (who: Ref | null) => void
}) {
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

interface Props {
  label: string
  /** A share that is to be changed; nothing for a new one. */
  share: Share | null
  put: (share: Share) => Promise<void>
  close: () => void
}

/** With whom, how far and how long. */
export default function ShareDialog({ label, share, put, close }: Props) {
  const { t } = useTexts()
  const can = useCan()
  const [kind, setKind] = useState<Kind>(share?.with.object ?? 'person')
  const [who, setWho] = useState<Ref | null>(share?.with ?? null)
  const sending = useSending<Values>(async ({ level, until }) => {
    await put({ with: { ...who!, object: kind }, level, until: until?.format('YYYY-MM-DD') ?? null })
    close()
  })
  const level = Form.useWatch('level', sending.form) ?? share?.level ?? 'read'
  const offered = kinds.filter((one) => one !== 'role' || can('roles.manage') || can('people.manage'))
  const initial = { level: share?.level ?? 'read', until: share?.until ? dayjs(share.until) : null }
  return (
    <FormDialog
      title={share ? t('share.change', { name: share.with.label }) : t('share.addTo', { label })}
      yes={share ? t('common.save') : t('share.yes')}
      ready={!!who}
      width={460}
      initial={initial}
      sending={sending}
      close={close}
    >
      {!share && (
        <Form.Item label={t('share.kind')} extra={t(`share.whoHint.${kind}`)}>
          <Segmented<Kind>
            block
            value={kind}
            onChange={(next) => {
              setKind(next)
              setWho(null)
            }}
            options={offered.map((value) => ({ value, label: t(`share.kinds.${value}`) }))}
          />
          <div className="share-who">
            <GranteeInput key={kind} kind={kind} value={who} onChange={setWho} />
          </div>
        </Form.Item>
      )}
      <Form.Item name="level" label={t('share.level')} extra={t(`share.levelHint.${level}`)}>
        <Radio.Group options={levels.map((value) => ({ value, label: t(`share.levels.${value}`) }))} />
      </Form.Item>
      <Form.Item name="until" label={t('share.until')} extra={t('share.untilHint')}>
        <DatePicker minDate={dayjs().startOf('day')} format="YYYY-MM-DD" />
      </Form.Item>
    </FormDialog>
  )
}
