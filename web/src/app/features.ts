import { activity } from '@/features/activity'
import { contact } from '@/features/contact'
import { customer } from '@/features/customer'
import { downloads } from '@/features/downloads'
import { guide } from '@/features/guide'
import { imports } from '@/features/imports'
import { jobs } from '@/features/jobs'
import { lead } from '@/features/lead'
import { pool } from '@/features/pool'
import { promise } from '@/features/promise'
import { settings } from '@/features/settings'
import { task } from '@/features/task'
import { today } from '@/features/today'
import { visit } from '@/features/visit'
import type { Feature } from '@/platform/feature'

export const features: Feature[] = [
  today,
  lead,
  pool,
  customer,
  contact,
  activity,
  task,
  visit,
  promise,
  imports,
  downloads,
  jobs,
  settings,
  guide,
]
