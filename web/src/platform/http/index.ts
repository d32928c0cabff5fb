export * from './client'
export * from './newKey'
export * from './problem'
export type * from './types'
