import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTexts } from '@/platform/i18n'
import { Trouble } from '@/platform/ui'

export function Broken({ error, reset }: ErrorComponentProps) {
  const { t } = useTexts()
  return (
    <div className="page-body">
      <Trouble title={t('problem.page')} error={error} again={reset} />
    </div>
  )
}
