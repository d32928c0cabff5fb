export * from './JobRows'
export * from './jobs'
export * from './useJobs'
