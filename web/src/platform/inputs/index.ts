export * from './FieldInput'
export * from './useChoices'
export * from './uploads'
