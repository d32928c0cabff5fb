import { DatePicker, Form, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { FormDialog } from '../form/FormDialog'
import { useSending } from '../form/useSending'
import { GranteeInput, type Kind } from '../inputs'
import { useTexts } from '../i18n'
import type { Ref } from '../http'
import { type Level, type Share } from './shares'

interface Values {
  level: Level
  until: Dayjs | null
}

const levels = ['read', 'write'] as const

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
  const [kind, setKind] = useState<Kind>(share?.with.object ?? 'person')
  const [who, setWho] = useState<Ref | null>(share?.with ?? null)
  const sending = useSending<Values>(async ({ level, until }) => {
    await put({ with: { ...who!, object: kind }, level, until: until?.format('YYYY-MM-DD') ?? null })
    close()
  })
  const level = Form.useWatch('level', sending.form) ?? share?.level ?? 'read'
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
          <GranteeInput kind={kind} chooseKind={setKind} value={who} onChange={setWho} />
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
