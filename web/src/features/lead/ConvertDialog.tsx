import { useState } from 'react'
import type { FormInstance } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { Problem, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { fieldAt, pathOf, useFields } from '@/platform/records'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { faultOf, order, sides, useMatches, type Conversion, type Side } from './leads'
import { Sides } from './Sides'

interface Props {
  row: Row
  convert: (body: object) => Promise<void>
  close: () => void
}

const nothing: Record<Side, string[]> = { customer: [], contact: [] }

/**
 * Sends a conversion. What is wrong with a value of a new record stands at its input; where there is none, its side says
 * so by name, and an input is there from then on.
 */
function useConversion(convert: Props['convert']) {
  const { of } = useTexts()
  const catalogues = { customer: useFields('customer').data, contact: useFields('contact').data }
  const [asked, setAsked] = useState(nothing)
  const told = (problem: Problem, form: FormInstance<Conversion>) => {
    const left = (problem.body.errors ?? []).flatMap((error) => {
      const fault = faultOf(error)
      if (!fault) return [error]
      const { side, name } = fault
      const field = catalogues[side] && fieldAt(catalogues[side], name)
      const at = [`${side}Values`, field ? pathOf(field) : name]
      if (at[1]! in (form.getFieldsValue()[`${side}Values`] ?? {})) {
        form.setFields([{ name: at as never, errors: [error.message] }])
        return []
      }
      setAsked((before) => ({ ...before, [side]: [...before[side], name] }))
      const label = field ? of(field.label) : name
      return [{ ...error, field: side, message: `${label}: ${error.message}` }]
    })
    return left.length || !problem.body.errors?.length ? new Problem({ ...problem.body, errors: left }) : null
  }
  const sending = useSending<Conversion>(async (values, form) => {
    form.setFields(sides.map((name) => ({ name, errors: [] })))
    try {
      await convert(order(values, catalogues))
    } catch (error) {
      const rest = error instanceof Problem ? told(error, form) : error
      if (rest) throw rest
    }
  }, 'customer')
  return { sending, asked }
}

/** Makes a customer and a contact of a lead, or lets it go into those that are there. */
export default function ConvertDialog({ row, convert, close }: Props) {
  const { t } = useTexts()
  const { data, error, refetch } = useMatches(row)
  const { sending, asked } = useConversion(convert)
  return (
    <FormDialog
      title={t('lead.convertWhat', { name: String(row.name) })}
      text={t('lead.convertText')}
      yes={t('lead.convert')}
      ready={!!data}
      width={560}
      sending={sending}
      close={close}
    >
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('lead.matches') })}
          error={error}
          again={() => void refetch()}
        />
      )}
      {!data && !error && <RowSkeleton rows={4} />}
      {data && <Sides row={row} matches={data} asked={asked} />}
    </FormDialog>
  )
}
