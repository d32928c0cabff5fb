import { Button, Form, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { Problem, useAlone, type Field, type Ref } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { FieldInput } from '@/platform/inputs'
import { asRef, useDictionaries } from '@/platform/records'
import { toastProblem } from '@/platform/toast'
import { TrialResult } from './TrialResult'
import { tryRule, type Trial, type TypedRule, type Way } from './returns'
import type { PoolRow, Typed } from './pools'

const MOST_DAYS = 3_650
const WAYS: Way[] = ['conditions', 'pool', 'person']

interface RefProps {
  object: 'pool' | 'person'
  label: string
  value?: Ref | null
  onChange?: (ref: Ref | null) => void
}

/** A pool or a colleague. */
function Chosen({ object, label, value = null, onChange = () => undefined }: RefProps) {
  const type = object === 'person' ? 'person' : 'record'
  const field = { name: object, type, object, required: true } as Field
  return <FieldInput field={field} value={value} label={label} onChange={(next) => onChange(asRef(next))} />
}

const day = { name: 'since', type: 'date', required: false } as Field

function Since({
  label,
  value = null,
  onChange = () => undefined,
}: {
  label: string
  value?: string | null
  onChange?: (day: string | null) => void
}) {
  return (
    <FieldInput
      field={day}
      value={value}
      label={label}
      onChange={(next) => onChange(next as string | null)}
    />
  )
}

/** By when what nobody follows returns, where to, and who would by this. */
export function ReturnsForm({ row, gone }: { row: PoolRow | null; gone: boolean }) {
  const { t, locale } = useTexts()
  const form = Form.useFormInstance<Typed>()
  const typed = Form.useWatch<TypedRule | undefined>('returns')
  const { alone, busy } = useAlone()
  const [trial, setTrial] = useState<Trial | null>(null)
  const dictionaries = useDictionaries().data
  const itemsOf = (key: string) =>
    (dictionaries?.find((one) => one.key === key)?.items ?? []).map(({ id, label, labelEn }) => ({
      value: id,
      label: locale === 'en' ? (labelEn ?? label) : label,
    }))
  const grades = itemsOf('grade')
  const never = typed?.never ?? []
  const run = async () => {
    const { returns } = form.getFieldsValue(true) as Typed
    form.setFields([{ name: ['returns', 'days'], errors: [] }])
    try {
      setTrial(await tryRule(row!.id, returns))
    } catch (error) {
      setTrial(null)
      const fault = error instanceof Problem ? error.body.errors?.[0] : undefined
      if (fault) form.setFields([{ name: fault.field.split('.') as never, errors: [fault.message] }])
      toastProblem(error)
    }
  }
  return (
    <fieldset className="pool-returns">
      <legend>{t('pool.returns.title')}</legend>
      <Form.Item
        name={['returns', 'on']}
        label={t('pool.returns.on')}
        valuePropName="checked"
        extra={t('pool.returns.onHint')}
      >
        <Switch aria-label={t('pool.returns.on')} />
      </Form.Item>
      {typed?.on && (
        <>
          <div className="pool-amounts">
            <Form.Item name={['returns', 'days']} label={t('pool.returns.days')}>
              <InputNumber
                min={1}
                max={MOST_DAYS}
                precision={0}
                suffix={t('pool.unitDay')}
                placeholder={t('pool.returns.never')}
              />
            </Form.Item>
            {grades
              .filter(({ value }) => !never.includes(value))
              .map(({ value, label }) => (
                <Form.Item
                  key={value}
                  name={['returns', 'grades', value]}
                  label={t('pool.returns.daysOf', { grade: label })}
                >
                  <InputNumber
                    min={1}
                    max={MOST_DAYS}
                    precision={0}
                    suffix={t('pool.unitDay')}
                    placeholder={t('pool.returns.asAll')}
                  />
                </Form.Item>
              ))}
            <Form.Item
              name={['returns', 'warnDays']}
              label={t('pool.returns.warn')}
              extra={t('pool.returns.warnHint')}
            >
              <InputNumber
                min={1}
                max={365}
                precision={0}
                suffix={t('pool.unitDay')}
                placeholder={t('pool.returns.warnNone')}
              />
            </Form.Item>
          </div>
          <Form.Item name={['returns', 'never']} label={t('pool.returns.neverGrades')}>
            <Select
              mode="multiple"
              options={grades}
              optionFilterProp="label"
              placeholder={t('common.none')}
            />
          </Form.Item>
          <Form.Item name={['returns', 'kinds']} label={t('pool.returns.kinds')}>
            <Select
              mode="multiple"
              options={itemsOf('activityKind')}
              optionFilterProp="label"
              placeholder={t('pool.returns.anyKind')}
            />
          </Form.Item>
          <Form.Item
            name={['returns', 'workdays']}
            label={t('pool.returns.workdays')}
            valuePropName="checked"
            extra={t('pool.returns.workdaysHint')}
          >
            <Switch aria-label={t('pool.returns.workdays')} />
          </Form.Item>
          <Form.Item
            name={['returns', 'to']}
            label={t('pool.returns.to')}
            {...(gone && { extra: <span className="bad">{t('pool.returns.gone')}</span> })}
          >
            <Select options={WAYS.map((way) => ({ value: way, label: t(`pool.returns.ways.${way}`) }))} />
          </Form.Item>
          {typed.to !== 'conditions' && (
            <Form.Item
              key={typed.to}
              name={['returns', typed.to]}
              label={t(`pool.returns.ways.${typed.to}`)}
              rules={[{ required: true, message: t('auth.required') }]}
            >
              <Chosen object={typed.to} label={t(`pool.returns.ways.${typed.to}`)} />
            </Form.Item>
          )}
          <Form.Item
            name={['returns', 'since']}
            label={t('pool.returns.since')}
            extra={t('pool.returns.sinceHint')}
          >
            <Since label={t('pool.returns.since')} />
          </Form.Item>
          {row && (
            <Form.Item>
              <Button loading={busy} onClick={() => void alone(run)}>
                {t('pool.returns.trial')}
              </Button>
            </Form.Item>
          )}
          {trial && <TrialResult trial={trial} />}
        </>
      )}
    </fieldset>
  )
}
