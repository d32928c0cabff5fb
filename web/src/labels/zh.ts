import * as boards from './zh/boards'
import * as bulk from './zh/bulk'
import * as factor from './zh/factor'
import * as forms from './zh/forms'
import * as imports from './zh/imports'
import * as records from './zh/records'
import * as rates from './zh/rates'
import * as settings from './zh/settings'
import * as shell from './zh/shell'

export const zh = {
  ...shell,
  ...records,
  ...forms,
  ...imports,
  ...bulk,
  ...boards,
  ...factor,
  ...rates,
  ...settings,
}

type Texts<T> = T extends string ? string : { [K in keyof T]: Texts<T[K]> }
/** Every language has every text. */
export type Labels = Texts<typeof zh>
