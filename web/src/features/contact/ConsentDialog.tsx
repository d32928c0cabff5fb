import { useQuery } from '@tanstack/react-query'
import { DatePicker, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { http, type FileEntry, type Page } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { newest, useConsentTexts, type Draft } from './useConsents'

interface Values {
  text: string
  givenAt?: Dayjs | null
  proof?: string
  file?: string
}

interface Props {
  contact: string
  give: (draft: Draft) => Promise<void>
  close: () => void
}

/** The attachments of the contact that may show the consent. */
const useProofs = (contact: string) =>
  useQuery({
    queryKey: ['timeline', 'contact', contact, 'proofs'],
    queryFn: ({ signal }) => http.get<Page<FileEntry>>(`/contacts/${contact}/files`, undefined, signal),
    select: ({ items }) => items.map(({ id, name }) => ({ value: id, label: name })),
  })

/** The newest texts to choose from, and the words of the one that is chosen. */
function useTextOptions(chosen: string | undefined) {
  const { t } = useTexts()
  const texts = newest(useConsentTexts().data ?? [])
  const options = texts.map(({ id, name, channel, version }) => ({
    value: id,
    label: `${name} · ${t(`privacy.channels.${channel}`)} · ${t('privacy.version', { n: version })}`,
  }))
  const words = texts.find(({ id }) => id === chosen)?.text
  return { options, words: words ?? (texts.length === 0 ? t('privacy.noTextsYet') : undefined) }
}

/** Notes to what, when and by what proof somebody agreed. */
export function ConsentDialog({ contact, give, close }: Props) {
  const { t } = useTexts()
  const sending = useSending<Values>(async ({ text, givenAt, proof, file }) => {
    await give({
      text,
      ...(givenAt && { givenAt: givenAt.toISOString() }),
      ...(proof && { proof }),
      ...(file && { file }),
    })
    close()
  })
  const proofs = useProofs(contact).data ?? []
  const { options, words } = useTextOptions(Form.useWatch('text', sending.form))
  const proved = (file?: string, proof?: string) =>
    file || proof?.trim() ? Promise.resolve() : Promise.reject(new Error(t('privacy.proofNeeded')))
  return (
    <FormDialog
      title={t('privacy.give')}
      yes={t('privacy.giveYes')}
      width={480}
      sending={sending}
      close={close}
    >
      <Form.Item
        name="text"
        label={t('privacy.text')}
        rules={[{ required: true, message: t('auth.required') }]}
        extra={words}
      >
        <Select options={options} />
      </Form.Item>
      <Form.Item name="givenAt" label={t('privacy.given')} extra={t('privacy.givenHelp')}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="proof"
        label={t('privacy.proof')}
        dependencies={['file']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, proof?: string) => proved(getFieldValue('file') as string | undefined, proof),
          }),
        ]}
      >
        <Input maxLength={500} placeholder={t('privacy.proofHint')} />
      </Form.Item>
      {proofs.length > 0 && (
        <Form.Item name="file" label={t('privacy.proofFile')}>
          <Select allowClear options={proofs} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
