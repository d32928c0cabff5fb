import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { FactorSetUp } from '@/platform/factor/FactorSetUp'
import { RecoveryCodes } from '@/platform/factor/RecoveryCodes'
import { factorKey, useFactor, type Factor } from '@/platform/factor/useFactor'
import { http } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { sessionKey } from '@/platform/session'
import { showToast } from '@/platform/toast'
import { FactorDialog, type Proof } from './FactorDialog'

const FEW = 3

function RemoveDialog(props: { wanted: boolean; close: () => void; removed: () => void }) {
  const { t } = useTexts()
  const remove = async (proof: Proof) => {
    await http.post('/session/factor/removal', proof)
    showToast({ kind: 'done', text: t('factor.closed') })
    props.removed()
  }
  return (
    <FactorDialog
      title={t('factor.close')}
      text={t(props.wanted ? 'factor.closeWanted' : 'factor.closeHint')}
      yes={t('factor.closeDo')}
      danger
      withPassword
      send={remove}
      close={props.close}
    />
  )
}

function RenewDialog(props: { close: () => void; renewed: (codes: string[]) => void }) {
  const { t } = useTexts()
  const renew = (proof: Proof) =>
    http
      .post<{ recoveryCodes: string[] }>('/session/factor/recovery-codes', proof)
      .then(({ recoveryCodes }) => props.renewed(recoveryCodes))
  return (
    <FactorDialog
      title={t('factor.renewAsk')}
      text={t('factor.renewText')}
      yes={t('factor.renew')}
      send={renew}
      close={props.close}
    />
  )
}

function On({ factor, renew, close }: { factor: Factor; renew: () => void; close: () => void }) {
  const { t } = useTexts()
  const { since, recoveryCodes } = factor
  return (
    <>
      <p className="ink2">
        {t('factor.on', { at: formatMoment(since ?? ''), n: recoveryCodes })}
        {recoveryCodes <= FEW && <span className="bad"> {t('factor.few')}</span>}
      </p>
      <div className="row factor-acts">
        <Button onClick={renew}>{t('factor.renew')}</Button>
        <Button danger onClick={close}>
          {t('factor.close')}
        </Button>
      </div>
    </>
  )
}

type Doing = 'opening' | 'closing' | 'renewing' | { codes: string[] } | null

/** One's own second factor: on, off, and new recovery codes. */
export function FactorPart() {
  const { t } = useTexts()
  const client = useQueryClient()
  const { data } = useFactor()
  const [doing, setDoing] = useState<Doing>(null)
  const done = () => {
    setDoing(null)
    void client.invalidateQueries({ queryKey: factorKey, exact: true })
  }
  const removed = () => {
    done()
    if (data?.wanted) void client.invalidateQueries({ queryKey: sessionKey })
  }
  if (!data) return null
  return (
    <section className="settings-form">
      <h2 className="section">{t('factor.title')}</h2>
      {data.since ? (
        <On factor={data} renew={() => setDoing('renewing')} close={() => setDoing('closing')} />
      ) : (
        <>
          <p className="ink2">{t('factor.off')}</p>
          <Button onClick={() => setDoing('opening')}>{t('factor.open')}</Button>
        </>
      )}
      {doing === 'closing' && <RemoveDialog wanted={data.wanted} close={done} removed={removed} />}
      {doing === 'renewing' && <RenewDialog close={done} renewed={(codes) => setDoing({ codes })} />}
      {doing === 'opening' && (
        <Modal open title={t('factor.open')} footer={null} onCancel={done} width={460}>
          <FactorSetUp done={done} />
        </Modal>
      )}
      {doing !== null && typeof doing === 'object' && (
        <Modal open title={t('factor.renew')} footer={null} onCancel={done} width={460}>
          <RecoveryCodes codes={doing.codes} kept={done} />
        </Modal>
      )}
    </section>
  )
}
