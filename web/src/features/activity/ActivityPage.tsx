import { RecordPage } from '@/platform/record/RecordPage'
import { facts } from './layout'

export default function ActivityPage() {
  return <RecordPage object="activity" facts={facts} weighed={[]} />
}
