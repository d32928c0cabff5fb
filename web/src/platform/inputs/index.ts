export * from './FieldInput'
export * from './useChoices'
export * from './uploads'
export { GranteeInput, type Kind } from './GranteeInput'
