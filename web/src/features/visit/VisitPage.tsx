import { RecordPage } from '@/platform/record/RecordPage'
import { facts } from './layout'
import { Report } from './Report'
import { useVisitEnds } from './useVisitEnds'

const VisitPage = () => (
  <RecordPage
    object="visit"
    facts={facts}
    weighed={[]}
    useMore={useVisitEnds}
    side={(row) => <Report visit={row} />}
  />
)

export default VisitPage
