import { RecordPage } from '@/platform/record/RecordPage'

const ContactPage = () => <RecordPage object="contact" />

export default ContactPage
