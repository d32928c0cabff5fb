import { facts } from './layout'
import { RecordPage } from '@/platform/record/RecordPage'

const ContactPage = () => <RecordPage object="contact" facts={facts} />

export default ContactPage
