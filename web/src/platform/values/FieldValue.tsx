import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Choice, Field, Row, Value } from '../http'
import { dayOf, formatDay, formatMoment, formatSum, formatNumber, useTexts, type Locale } from '../i18n'
import { asChoices, asFiles, asMoney, asRef, isEmpty, isMasked, pageOf, valueOf } from '../records'
import { ownColour, Person, Tag } from '../ui'
import { Countdown } from './Countdown'
import { FilesValue } from './FilesValue'
import { Masked } from './Masked'
import './values.css'

const Choices = ({ choices, own }: { choices: Choice[]; own: boolean }) => (
  <span className="value-tags">
    {choices.map((choice) => (
      <Tag key={choice.id} color={own ? ownColour(choice.color) : (choice.color ?? null)}>
        {choice.label}
      </Tag>
    ))}
  </span>
)

function one(choice: Choice): ReactNode {
  return choice.color ? <Tag color={choice.color}>{choice.label}</Tag> : choice.label
}

function reference(field: Field, value: Value, outOfSight: ReactNode) {
  const ref = asRef(value)
  if (!ref) return outOfSight
  if (field.type === 'person') return <Person name={ref.label} />
  const page = field.type === 'record' && field.object ? pageOf(field.object, ref.id) : null
  return page ? <Link to={page}>{ref.label}</Link> : ref.label
}

function money(value: Value, locale: Locale, exact: boolean) {
  const sum = asMoney(value)!
  return (
    <span className="num" title={formatSum(sum, locale, true)}>
      {formatSum(sum, locale, exact)}
    </span>
  )
}

const outside = (href: string, label: string) => (
  <a href={href} target="_blank" rel="noreferrer noopener">
    {label}
  </a>
)

const webAddress = (text: string) => (/^https?:\/\//i.test(text) ? text : `https://${text}`)

function draw(
  field: Field,
  value: Value,
  locale: Locale,
  words: { yes: string; no: string; outOfSight: string },
  exact: boolean,
): ReactNode {
  switch (field.type) {
    case 'number':
      return <span className="num">{formatNumber(value as number)}</span>
    case 'percent':
      return <span className="num">{formatNumber(value as number)}%</span>
    case 'money':
      return money(value, locale, exact)
    case 'date':
      return <span className="num">{formatDay(value as string, locale)}</span>
    case 'dateTime':
      return (
        <time className="num" title={formatMoment(value as string)}>
          {exact ? formatMoment(value as string) : formatDay(dayOf(value as string), locale)}
        </time>
      )
    case 'yesNo':
      return value ? words.yes : words.no
    case 'choice':
      return one(value as Choice)
    case 'choices':
    case 'tags':
      return <Choices choices={asChoices(value)} own={field.type === 'tags'} />
    case 'email':
      return <a href={`mailto:${String(value)}`}>{String(value)}</a>
    case 'link':
      return outside(webAddress(String(value)), String(value))
    case 'region':
    case 'industry':
    case 'person':
    case 'department':
    case 'record':
      return reference(field, value, <span className="ink3">{words.outOfSight}</span>)
    case 'files':
      return <FilesValue files={asFiles(value)} all={exact} />
    default:
      return String(value)
  }
}

interface Props {
  field: Field
  row: Row
  object: string
  /** On a record page figures are exact; in lists they are short. */
  exact?: boolean
}

/** How a value of any field looks, in a cell, on a card and on a page. */
export function FieldValue({ field, row, object, exact = false }: Props) {
  const { t, locale } = useTexts()
  const value = valueOf(row, field)
  if (isMasked(row, field)) return <Masked field={field} row={row} object={object} />
  if (isEmpty(value)) return <span className="ink3">{t('common.none')}</span>
  if (field.name === 'returnAt') return <Countdown row={row} at={value as string} />
  if (field.type === 'phone') return <span className="num">{String(row[`${field.name}Text`] ?? value)}</span>
  const words = { yes: t('common.yes'), no: t('common.no'), outOfSight: t('common.outOfSight') }
  return draw(field, value, locale, words, exact)
}
