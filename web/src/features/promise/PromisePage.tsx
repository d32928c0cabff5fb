import { RecordPage } from '@/platform/record/RecordPage'
import { facts } from './layout'
import { owesApology } from './promises'
import { Steps } from './Steps'
import { usePromiseEnds } from './usePromiseEnds'

const PromisePage = () => (
  <RecordPage
    object="promise"
    facts={facts}
    weighed={[]}
    useMore={usePromiseEnds}
    side={(row) => (owesApology(row) ? <Steps promise={row} /> : null)}
  />
)

export default PromisePage
