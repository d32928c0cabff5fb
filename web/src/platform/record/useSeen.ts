import { useState } from 'react'
import type { Row } from '../http'

/** The row as it stood when its editor opened; what others do to it meanwhile does not change what its writer has seen. */
export function useSeen(row: Row, open: boolean) {
  const [seen, setSeen] = useState({ row, open })
  if (seen.open !== open) setSeen({ row, open })
  return seen.open && open ? seen.row : row
}
