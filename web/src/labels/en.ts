import type { Labels } from './zh'
import * as activities from './en/activities'
import * as audit from './en/audit'
import * as boards from './en/boards'
import * as bulk from './en/bulk'
import * as day from './en/day'
import * as factor from './en/factor'
import * as forms from './en/forms'
import * as imports from './en/imports'
import * as jobs from './en/jobs'
import * as leads from './en/leads'
import * as matrix from './en/matrix'
import * as pool from './en/pool'
import * as privacy from './en/privacy'
import * as promises from './en/promises'
import * as records from './en/records'
import * as rates from './en/rates'
import * as settings from './en/settings'
import * as share from './en/share'
import * as shell from './en/shell'
import * as tasks from './en/tasks'
import * as workday from './en/workday'

export const en: Labels = {
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
