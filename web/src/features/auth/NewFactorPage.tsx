import { useQueryClient } from '@tanstack/react-query'
import { FactorSetUp } from '@/platform/factor/FactorSetUp'
import { useTexts } from '@/platform/i18n'
import { sessionKey, useSession, useSignOut } from '@/platform/session'
import { DoorFrame } from './DoorFrame'

/** Whoever lacks the second factor that his role wants sets it up before anything else. */
export function NewFactorPage() {
  const { t } = useTexts()
  const client = useQueryClient()
  const { person } = useSession()
  const signOut = useSignOut()
  return (
    <DoorFrame>
      <h1 className="is-high">{t('factor.first')}</h1>
      <p className="ink2">{t('factor.firstHint', { name: person.name })}</p>
      <FactorSetUp done={() => void client.invalidateQueries({ queryKey: sessionKey })} />
      <button type="button" className="link door-foot" onClick={() => void signOut()}>
        {t('shell.signOut')}
      </button>
    </DoorFrame>
  )
}
