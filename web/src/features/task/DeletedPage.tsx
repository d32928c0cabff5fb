import { RecycleBin } from '@/platform/list/RecycleBin'

const DeletedPage = () => <RecycleBin object="task" />

export default DeletedPage
