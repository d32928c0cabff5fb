import { RowSkeleton } from '@/platform/ui'

/** The shell that index.html drew stays until it is known who is there and what he asked for. */
export const Waiting = () => (
  <div className="boot" aria-hidden>
    {[4, 1, 6].map((bars) => (
      <div key={bars}>
        {Array.from({ length: bars }, (_, index) => (
          <i key={index} />
        ))}
      </div>
    ))}
  </div>
)

/** While a page is fetched: rows within the shell, or the drawn shell before there is one. */
export const Fetching = () => (document.querySelector('.shell') ? <RowSkeleton rows={12} /> : <Waiting />)
