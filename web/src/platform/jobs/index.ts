export * from './jobs'
export * from './looking'
export * from './useJobs'
