import { useTexts } from '@/platform/i18n'
import { deviceOf } from './device'

/** A browser and system in words; a program as it calls itself. */
export function useDevice() {
  const { t } = useTexts()
  return (agent: string) => {
    const device = deviceOf(agent)
    return device ? t('settings.agent', device) : agent || t('settings.unknownDevice')
  }
}
