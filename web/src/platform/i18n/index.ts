export * from './currencies'
export * from './format'
export * from './i18n'
export * from './zones'
