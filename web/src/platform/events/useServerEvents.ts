import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { address, type Job } from '../http'
import { sessionKey } from '../session'

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

/** Keeps jobs, notifications and open records fresh. The browser reconnects by itself. */
export function useServerEvents() {
  const client = useQueryClient()
  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined
    const source = connect(client)
    return () => source.close()
  }, [client])
}
