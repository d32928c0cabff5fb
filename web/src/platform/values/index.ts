export * from './FieldValue'
