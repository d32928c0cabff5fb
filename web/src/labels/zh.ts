import * as activities from './zh/activities'
import * as audit from './zh/audit'
import * as boards from './zh/boards'
import * as bulk from './zh/bulk'
import * as day from './zh/day'
import * as factor from './zh/factor'
import * as forms from './zh/forms'
import * as imports from './zh/imports'
import * as jobs from './zh/jobs'
import * as leads from './zh/leads'
import * as matrix from './zh/matrix'
import * as pool from './zh/pool'
import * as privacy from './zh/privacy'
import * as promises from './zh/promises'
import * as records from './zh/records'
import * as rates from './zh/rates'
import * as settings from './zh/settings'
import * as share from './zh/share'
import * as shell from './zh/shell'
import * as tasks from './zh/tasks'
import * as workday from './zh/workday'

export const zh = {
  ...activities,
  ...audit,
  ...shell,
  ...records,
  ...forms,
  ...imports,
  ...jobs,
  ...bulk,
  ...boards,
  ...day,
  ...factor,
  ...rates,
  ...leads,
  ...matrix,
  ...pool,
  ...privacy,
  ...promises,
  ...settings,
  ...share,
  ...tasks,
  ...workday,
}

type Texts<T> = T extends string ? string : { [K in keyof T]: Texts<T[K]> }
/** Every language has every text. */
export type Labels = Texts<typeof zh>
