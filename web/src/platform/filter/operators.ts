import type { Field, FieldType } from '../http'
import { pathOf } from '../records/value'
import type { Condition } from './rsql'

const text = ['=like=', '==', '!=', '=in=', '=out=', '=null=']
const number = ['==', '!=', '=lt=', '=le=', '=gt=', '=ge=', '=null=']
const moment = ['==', '=lt=', '=le=', '=gt=', '=ge=', '=null=']
const choice = ['=in=', '=out=', '==', '!=', '=null=']
const several = ['=in=', '==', '=null=']

const byType: Record<FieldType, readonly string[]> = {
  text,
  longText: text,
  phone: text,
  email: text,
  link: text,
  sequence: text,
  number,
  percent: number,
  money: number,
  date: moment,
  dateTime: moment,
  yesNo: ['==', '=null='],
  choice,
  choices: several,
  tags: several,
  region: several,
  industry: several,
  person: choice,
  department: choice,
  record: choice,
  files: ['=null='],
  formula: [],
}

/** Operators a field takes, the likeliest first. */
export const operatorsOf = (field: Field) => byType[field.type]

/** A comparison in the making; one that asks only whether there is anything is complete at once. */
export function newCondition(field: Field): Condition {
  const op = operatorsOf(field)[0] ?? '=='
  return { field: pathOf(field), op, values: op === '=null=' ? ['true'] : [] }
}

export const takesList = (op: string) => op === '=in=' || op === '=out='

export const isMoment = (field: Field) => field.type === 'date' || field.type === 'dateTime'

export const periods = [
  '@today',
  '@yesterday',
  '@tomorrow',
  '@thisWeek',
  '@thisMonth',
  '@thisQuarter',
  '@thisYear',
] as const

export const distances = [
  '@today-7d',
  '@today-30d',
  '@today-90d',
  '@today-1y',
  '@today+7d',
  '@today+30d',
] as const

/** "@today-30d" → [-30, "d"] */
export function distanceOf(word: string): [number, 'd' | 'w' | 'm' | 'y'] | null {
  const found = /^@today([+-]\d+)([dwmy])$/.exec(word)
  return found ? [Number(found[1]), found[2] as 'd'] : null
}

/** "@now-24h" → 24 */
export const hoursOf = (word: string) => {
  const found = /^@now-(\d+)h$/.exec(word)
  return found ? Number(found[1]) : null
}
