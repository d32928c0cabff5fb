import { RecordPage } from '@/platform/record/RecordPage'
import { facts } from './layout'
import { useTaskEnds } from './useTaskEnds'

const TaskPage = () => <RecordPage object="task" facts={facts} weighed={[]} useMore={useTaskEnds} />

export default TaskPage
