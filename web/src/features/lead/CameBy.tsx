import { useQuery } from '@tanstack/react-query'
import { http, type Page } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'

interface Origin {
  form: string
  at: string
  consentVersion: number | null
  consent: string | null
}

/** By which web forms a lead came, and what was agreed to there. */
export function CameBy({ lead }: { lead: string }) {
  const { t } = useTexts()
  const origins = useQuery({
    queryKey: ['submissions', lead],
    queryFn: ({ signal }) => http.get<Page<Origin>>(`/leads/${lead}/submissions`, undefined, signal),
    select: (page) => page.items,
  }).data
  if (!origins?.length) return null
  return (
    <section className="lead-origin">
      <h2 className="section">{t('webForm.cameBy')}</h2>
      {origins.map(({ form, at, consentVersion, consent }) => (
        <div key={at}>
          <p>
            {form} <span className="note">{formatMoment(at)}</span>
          </p>
          {consent ? (
            <details>
              <summary>{t('webForm.agreed', { version: consentVersion ?? 1 })}</summary>
              <p className="note">{consent}</p>
            </details>
          ) : (
            <p className="note">{t('webForm.notAsked')}</p>
          )}
        </div>
      ))}
    </section>
  )
}
