export * from './FilterChips'
export * from './rsql'
