import { useQuery } from '@tanstack/react-query'
import { http, type Row } from '@/platform/http'
import { keys } from '@/platform/records'
import './promise.css'

interface Play {
  name: string
  text: string
}

/** How to go about a broken promise, as the firm has it written; nothing for others. */
export function Steps({ promise }: { promise: Row }) {
  const { data } = useQuery({
    queryKey: [...keys.record('promise', promise.id), 'plays', promise.version],
    queryFn: ({ signal }) => http.get<{ items: Play[] }>(`/promises/${promise.id}/plays`, undefined, signal),
  })
  return data?.items.map((play) => (
    <section key={play.name}>
      <h2 className="section">{play.name}</h2>
      <ol className="promise-steps">
        {play.text.split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  ))
}
