import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { address, type Job } from '../http'
import { sessionKey } from '../session'
import { keepListening } from './listening'

function connect(client: QueryClient) {
  const source = new EventSource(address('/events'))
  const on = (name: string, act: (data: string) => void) =>
    source.addEventListener(name, (event) => act((event as MessageEvent<string>).data))
  on('job', (data) => {
    const job = JSON.parse(data) as Job
    client.setQueryData(['job', job.id], job)
    void client.invalidateQueries({ queryKey: ['jobs'] })
  })
  on('notification', () => void client.invalidateQueries({ queryKey: ['notifications'] }))
  on('changed', (data) => {
    const { object, id } = JSON.parse(data) as { object: string; id: string }
    void client.invalidateQueries({ queryKey: ['record', object, id] })
  })
  on('session', () => void client.invalidateQueries({ queryKey: sessionKey }))
  return source
}

/** Events are not kept: who was away reads anew what he shows. */
const readAnew = (client: QueryClient) => () => {
  for (const key of ['job', 'jobs', 'notifications', 'record']) {
    void client.invalidateQueries({ queryKey: [key] })
  }
}

/** Keeps jobs, notifications and open records fresh. */
export function useServerEvents() {
  const client = useQueryClient()
  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined
    return keepListening(() => connect(client), readAnew(client))
  }, [client])
}
