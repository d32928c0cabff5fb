import { Button, Form, Input } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'
import type { Play, Where } from './plays'

interface Props {
  /** When it holds, and the same in words. */
  where: Where
  words: string
  play: Play | undefined
  write: (where: Where, play: Play | null) => Promise<void>
  close: () => void
}

/** Writes what to do with customers in one state. */
export default function PlayDialog({ where, words, play, write, close }: Props) {
  const { t } = useTexts()
  const keep = async (next: Play | null) => {
    await write(where, next)
    showToast({ kind: 'done', text: t('common.done'), stays: 2500 })
    close()
  }
  const sending = useSending<{ name: string; text: string }>((values) => keep({ where, ...values }), 'text')
  const removing = useSending(() => keep(null))
  const needed = { required: true, whitespace: true, message: t('auth.required') }
  return (
    <FormDialog
      title={t(play ? 'matrix.changePlay' : 'matrix.addPlay')}
      text={t('matrix.playFor', { words })}
      yes={t('common.save')}
      width={480}
      initial={play ?? { name: '', text: '' }}
      sending={sending}
      close={close}
    >
      <Form.Item name="name" label={t('matrix.playName')} rules={[needed]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="text" label={t('matrix.playText')} extra={t('matrix.playTextHint')} rules={[needed]}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
      {play && (
        <Button danger size="small" loading={removing.busy} onClick={() => removing.submit({})}>
          {t('matrix.removePlay')}
        </Button>
      )}
    </FormDialog>
  )
}
