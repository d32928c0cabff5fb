import { Button, Divider } from 'antd'
import { useTexts } from '@/platform/i18n'

interface Props {
  name: string
  busy: boolean
  refusal: string | null
  leave: () => void
}

export function ProviderStep({ name, busy, refusal, leave }: Props) {
  const { t } = useTexts()
  return (
    <>
      <Divider plain>{t('auth.or')}</Divider>
      {refusal && (
        <p className="bad" role="alert">
          {refusal}
        </p>
      )}
      <Button size="large" block loading={busy} onClick={leave}>
        {t('auth.byProvider', { name })}
      </Button>
    </>
  )
}
