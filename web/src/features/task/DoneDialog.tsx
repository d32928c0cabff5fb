import { Form, Input } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import type { Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'

interface Values {
  result?: string
}

interface Props {
  row: Row
  done: (body: Values) => Promise<void>
  close: () => void
}

/** Asks what came of it; a word is enough, none too. */
export default function DoneDialog({ row, done, close }: Props) {
  const { t } = useTexts()
  const sending = useSending<Values>(
    ({ result }) => done(result?.trim() ? { result: result.trim() } : {}),
    'result',
  )
  return (
    <FormDialog
      title={t('task.finishWhat', { what: String(row.subject ?? '') })}
      yes={t('task.finish')}
      initial={{ result: typeof row.result === 'string' ? row.result : '' }}
      sending={sending}
      close={close}
    >
      <Form.Item name="result" label={t('task.result')}>
        <Input.TextArea autoFocus maxLength={20000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  )
}
