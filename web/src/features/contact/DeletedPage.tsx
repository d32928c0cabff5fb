import { RecycleBin } from '@/platform/list/RecycleBin'

const DeletedPage = () => <RecycleBin object="contact" />

export default DeletedPage
