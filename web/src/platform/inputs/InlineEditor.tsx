import { useRef, useState } from 'react'
import type { Field, Value } from '../http'
import { useTexts } from '../i18n'
import { composing } from '../keyboard'
import { sameValue } from '../records'
import { FieldInput } from './FieldInput'
import { FilesEditor } from './FilesEditor'
import { focusAgain, useFocusInside } from './focusing'
import { nearDays } from './nearDays'

export type Leave = 'stay' | 'next' | 'previous'

interface Props {
  object: string
  field: Field
  value: Value
  label: string
  /** Stands in the empty input, for a value that is masked; left empty, that is kept. */
  placeholder?: string | undefined
  /** Called once: with the new value, or with undefined when nothing is to be written. */
  done: (value: Value | undefined, leave: Leave) => void
}

const atOnce = new Set([
  'choice',
  'person',
  'department',
  'record',
  'region',
  'industry',
  'yesNo',
  'date',
  'dateTime',
])
const inPopup = (target: EventTarget | null) =>
  target instanceof Element &&
  !!target.closest('.ant-select-dropdown, .ant-picker-dropdown, .ant-cascader-dropdown')

/** The list of currencies takes these keys for itself. */
const choosesUnit = ({ key, target }: React.KeyboardEvent) =>
  (key === 'Enter' || key === 'Escape') && target instanceof Element && !!target.closest('.money-unit')

function QuickDays({ title, choose }: { title: string; choose: (day: string | null) => void }) {
  const { t } = useTexts()
  return (
    <div className="quick-days">
      <div className="note">{title}</div>
      {nearDays().map(([name, day]) => (
        <button
          key={name}
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(day.format('YYYY-MM-DD'))}
        >
          <span className="grow">{t(`field.days.${name}`)}</span>
          <span className="num ink3">{day.format('MM-DD ddd')}</span>
        </button>
      ))}
      <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => choose(null)}>
        {t('field.days.none')}
      </button>
      <div className="quick-keys">
        <kbd>Enter</kbd> {t('common.save')} <kbd>Tab</kbd> {t('field.nextCell')} <kbd>Esc</kbd>{' '}
        {t('common.cancel')}
      </div>
    </div>
  )
}

/** Edits one value in place: Enter saves, Tab saves and goes on, Esc leaves it as it was, leaving the field saves. */
export function InlineEditor(props: Props) {
  return props.field.type === 'files' ? (
    <FilesEditor
      {...props}
      done={(next) =>
        props.done(next === undefined || sameValue(next, props.value) ? undefined : next, 'stay')
      }
    />
  ) : (
    <ScalarEditor {...props} />
  )
}

function ScalarEditor({ field, value, label, placeholder, done }: Props) {
  const { t } = useTexts()
  const [draft, setDraft] = useState(value)
  const over = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  useFocusInside(box)
  const finish = (next: Value | undefined, leave: Leave = 'stay') => {
    if (over.current) return
    over.current = true
    done(next === undefined || sameValue(next, value) ? undefined : next, leave)
  }
  const change = (next: Value) => {
    setDraft(next)
    if (atOnce.has(field.type) && field.type !== 'region' && field.type !== 'industry') finish(next)
  }
  const press = (event: React.KeyboardEvent) => {
    if (composing(event) || choosesUnit(event)) return
    const stays = event.key === 'Escape' || event.key === 'Enter'
    const home = box.current?.parentElement?.closest<HTMLElement>('td, dd')
    if (event.key === 'Escape') finish(undefined)
    else if (event.key === 'Tab') finish(draft, event.shiftKey ? 'previous' : 'next')
    else if (event.key === 'Enter' && !atOnce.has(field.type) && (field.type !== 'longText' || event.ctrlKey))
      finish(draft)
    else return
    if (stays && home) focusAgain(home)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // The wrapper only overhears what bubbles up from the input inside it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      ref={box}
      className="inline-editor"
      onKeyDownCapture={press}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && !inPopup(event.relatedTarget)) finish(draft)
      }}
    >
      <FieldInput
        field={field}
        value={draft}
        onChange={change}
        label={label}
        placeholder={placeholder}
        autoFocus
        open={field.type !== 'date'}
      />
      {placeholder !== undefined && <div className="inline-note note">{t('form.maskKept')}</div>}
      {field.type === 'date' && <QuickDays title={label} choose={(day) => finish(day)} />}
    </div>
  )
}

export default InlineEditor
