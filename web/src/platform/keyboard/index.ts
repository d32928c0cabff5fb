export * from './keyboard'
export * from './useTyped'
