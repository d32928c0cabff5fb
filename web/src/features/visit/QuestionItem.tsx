import { CheckCircleFilled, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '@/platform/i18n'
import { isAnswered, type Answer, type Line, type Question } from './form'
import { Pictures } from './Pictures'
import { Signature } from './Signature'

/** As many as answers are kept with. */
const DECIMALS = 4

interface ItemProps {
  id: string
  at: number
  label: string
  required: boolean
  done: boolean
  /** What is wrong, once one wanted to leave. */
  fault: string | null
  children: ReactNode
}

/** One thing to find out: its number, or a tick once it is answered. */
export function Item({ id, at, label, required, done, fault, children }: ItemProps) {
  const { t } = useTexts()
  return (
    <section
      id={`item-${id}`}
      className={fault ? 'visit-item is-missing' : 'visit-item'}
      aria-labelledby={`label-${id}`}
      tabIndex={-1}
    >
      <h2 id={`label-${id}`}>
        {done ? (
          <CheckCircleFilled className="visit-tick" aria-label={t('visit.itemDone')} />
        ) : (
          <span className="visit-number num">{at}</span>
        )}
        {label}
        {required && (
          <span className="visit-needed" role="img" aria-label={t('visit.needed')}>
            *
          </span>
        )}
      </h2>
      {children}
      {fault && (
        <p className="visit-fault" role="alert">
          {fault}
        </p>
      )}
    </section>
  )
}

interface ChoosingProps {
  options: { id: string; label: string; note?: string }[]
  chosen: string[]
  many: boolean
  label: string
  change: (chosen: string[]) => void
}

/** Buttons that a thumb finds. */
export function Choosing({ options, chosen, many, label, change }: ChoosingProps) {
  const turn = (id: string) => {
    const without = chosen.filter((one) => one !== id)
    if (without.length < chosen.length) change(without)
    else change(many ? [...chosen, id] : [id])
  }
  return (
    <div className="visit-choices" role="group" aria-label={label}>
      {options.map(({ id, label: name, note }) => (
        <button
          key={id}
          type="button"
          className={chosen.includes(id) ? 'visit-choice is-on' : 'visit-choice'}
          aria-pressed={chosen.includes(id)}
          onClick={() => turn(id)}
        >
          {name} {note}
        </button>
      ))}
    </div>
  )
}

interface CountProps {
  label: string
  value: number | null | undefined
  min?: number | undefined
  max?: number | undefined
  unit?: string | undefined
  last?: number | undefined
  change: (value: number | null) => void
}

function Count({ label, value, min = 0, max, unit, last, change }: CountProps) {
  const { t } = useTexts()
  const step = (by: number) => {
    const next = (value ?? last ?? min) + by
    if (next >= min && (max === undefined || next <= max)) change(next)
  }
  return (
    <div className="visit-count">
      <Button icon={<MinusOutlined />} aria-label={t('visit.less', { label })} onClick={() => step(-1)} />
      <InputNumber
        controls={false}
        value={value ?? null}
        min={min}
        {...(max !== undefined && { max })}
        aria-label={label}
        inputMode="decimal"
        precision={DECIMALS}
        onChange={change}
      />
      <Button icon={<PlusOutlined />} aria-label={t('visit.more', { label })} onClick={() => step(1)} />
      <span className="note">
        {unit} {last !== undefined && t('visit.last', { n: last, unit: unit ?? '' })}
      </span>
    </div>
  )
}

function Stock({ label, lines, change }: { label: string; lines: Line[]; change: (lines: Line[]) => void }) {
  const { t } = useTexts()
  const shown = [...lines, { product: '', number: null }]
  const put = (at: number, line: Line) =>
    change(
      shown
        .map((one, place) => (place === at ? line : one))
        .filter(({ product, number }) => product || number !== null),
    )
  return (
    <div className="visit-stock">
      {shown.map((line, at) => (
        <div key={at} className="row">
          <Input
            className="grow"
            maxLength={100}
            value={line.product}
            placeholder={t('visit.product')}
            aria-label={t('visit.productOf', { label, n: at + 1 })}
            onChange={(event) => put(at, { ...line, product: event.target.value })}
          />
          <InputNumber
            min={0}
            controls={false}
            value={line.number}
            inputMode="decimal"
            precision={DECIMALS}
            aria-label={t('visit.numberOf', { label, n: at + 1 })}
            onChange={(number) => put(at, { ...line, number })}
          />
        </div>
      ))}
    </div>
  )
}

interface Props {
  question: Question
  at: number
  answer: Answer | undefined
  last?: number | undefined
  fault: string | null
  write: (answer: Answer) => void
  photo: (blob: Blob, name: string, only: boolean) => Promise<void>
}

/** A question and how it is answered. */
export function QuestionItem({ question, at, answer, last, fault, write, photo }: Props) {
  const { id, kind, text } = question
  const files = answer?.files ?? []
  const put = (rest: Omit<Answer, 'question'>) => write({ question: id, ...rest })
  return (
    <Item id={id} at={at} label={text} required={question.required} done={isAnswered(answer)} fault={fault}>
      {kind === 'text' && (
        <Input.TextArea
          value={answer?.text ?? ''}
          maxLength={5000}
          autoSize={{ minRows: 3, maxRows: 10 }}
          aria-label={text}
          onChange={(event) => put({ text: event.target.value })}
        />
      )}
      {(kind === 'choice' || kind === 'choices') && (
        <Choosing
          label={text}
          options={question.options}
          chosen={answer?.choices ?? []}
          many={kind === 'choices'}
          change={(choices) => put({ choices })}
        />
      )}
      {kind === 'number' && (
        <Count
          label={text}
          value={answer?.number}
          min={question.min}
          max={question.max}
          unit={question.unit}
          last={last}
          change={(number) => put({ number })}
        />
      )}
      {kind === 'stock' && (
        <Stock label={text} lines={answer?.lines ?? []} change={(lines) => put({ lines })} />
      )}
      {kind === 'photo' && (
        <Pictures
          label={text}
          files={files}
          take={(blob, name) => photo(blob, name, false)}
          change={(left) => put({ files: left })}
        />
      )}
      {kind === 'signature' && (
        <Signature
          label={text}
          files={files}
          take={(blob, name) => photo(blob, name, true)}
          clear={() => put({ files: [] })}
        />
      )}
    </Item>
  )
}
