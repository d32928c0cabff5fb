import type { Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { usePlaysOf } from './plays'
import './plays.css'

/** What to do with a customer as he is graded now; nothing where no play holds. */
export function Plays({ customer }: { customer: Row }) {
  const { t } = useTexts()
  const { data } = usePlaysOf(customer)
  if (!data?.length) return null
  return (
    <section>
      <h2 className="section">{t('matrix.plays')}</h2>
      <ul className="plays">
        {data.map((play, at) => (
          <li key={at}>
            <details open={at === 0}>
              <summary>{play.name}</summary>
              <p className="play-text">{play.text}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
