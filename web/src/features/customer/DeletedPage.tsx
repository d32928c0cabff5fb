import { RecycleBin } from '@/platform/list/RecycleBin'

const DeletedPage = () => <RecycleBin object="customer" />

export default DeletedPage
