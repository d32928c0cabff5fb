export * from './jobs'
export * from './useJobs'
