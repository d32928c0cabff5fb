import { RecycleBin } from '@/platform/list/RecycleBin'

const DeletedPage = () => <RecycleBin object="visit" />

export default DeletedPage
