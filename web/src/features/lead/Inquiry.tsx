import { Radio } from 'antd'
import type { Catalogue, Choice, Field, Ref, Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useChoices } from '@/platform/inputs'
import { useEditField } from '@/platform/record/useEditField'
import { asRef, fieldAt, useFields } from '@/platform/records'
import { useCan } from '@/platform/session'
import { Tag } from '@/platform/ui'

const questions = ['inquiryCompany', 'inquiryUse', 'inquirySpecification', 'inquiryInsider']

interface QuestionProps {
  field: Field
  row: Row
  mine: boolean
  answer: (value: Choice | null) => void
}

function Question({ field, row, mine, answer }: QuestionProps) {
  const { of } = useTexts()
  const choices = useChoices(field).filter(({ disabled }) => !disabled)
  const given = asRef((row[field.name] ?? null) as Ref | null)
  return (
    <li>
      <span id={`ask-${field.name}`}>{of(field.label)}</span>
      <Radio.Group
        size="small"
        optionType="button"
        aria-labelledby={`ask-${field.name}`}
        disabled={!mine}
        value={given?.id ?? null}
        options={choices.map(({ id, label }) => ({ value: id, label }))}
        onChange={({ target }) => answer(choices.find(({ id }) => id === target.value) ?? null)}
      />
    </li>
  )
}

function Questions({ catalogue, row }: { catalogue: Catalogue; row: Row }) {
  const { t } = useTexts()
  const can = useCan()
  const edit = useEditField('lead')
  const fields = questions
    .map((name) => fieldAt(catalogue, name))
    .filter((field) => field !== undefined)
    .filter((field) => field.right !== 'masked')
  const mine = row.can ? row.can.includes('update') : can('lead.update')
  const inquirer = row.inquirer as Choice | null
  const open = fields.filter(({ name }) => !row[name]).length
  if (!fields.length) return null
  return (
    <section className="lead-asks">
      <h2 className="section row">
        <span className="grow">{t('lead.inquiry')}</span>
        {inquirer ? (
          <Tag color={inquirer.color ?? 'gray'}>{inquirer.label}</Tag>
        ) : (
          <span className="note">{t('lead.inquiryOpen', { n: open })}</span>
        )}
      </h2>
      <ul>
        {fields.map((field) => (
          <Question
            key={field.name}
            field={field}
            row={row}
            mine={mine && field.right === 'write'}
            answer={(value) => void edit.write(row, field, value)}
          />
        ))}
      </ul>
      {edit.dialog}
    </section>
  )
}

/** Four questions before a price is named: a buyer, or somebody who probes for prices. */
export function Inquiry({ lead }: { lead: Row }) {
  const catalogue = useFields('lead').data
  return catalogue ? <Questions catalogue={catalogue} row={lead} /> : null
}
