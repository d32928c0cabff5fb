import { RecycleBin } from '@/platform/list/RecycleBin'

const DeletedPage = () => <RecycleBin object="lead" />

export default DeletedPage
