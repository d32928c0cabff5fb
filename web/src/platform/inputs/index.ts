export * from './FieldInput'
export * from './useChoices'
