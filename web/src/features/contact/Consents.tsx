import { PlusOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { address } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { useCan } from '@/platform/session'
import { Empty, RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { ConsentDialog } from './ConsentDialog'
import { useConsents, type Consent } from './useConsents'

interface LineProps {
  consent: Consent
  /** Missing for who may not change the record. */
  withdraw?: (() => void) | undefined
}

function Line({ consent, withdraw }: LineProps) {
  const { t } = useTexts()
  const { text } = consent
  return (
    <li className="text-line">
      <span className="grow">
        <b>{text.name}</b> <Tag>{t(`privacy.channels.${text.channel}`)}</Tag>{' '}
        <span className="note">{t('privacy.version', { n: text.version })}</span>
        <p className="note">
          {t('privacy.givenAt', { at: formatMoment(consent.givenAt), who: consent.notedBy.label })}
          {consent.proof && ` · ${consent.proof}`}
          {consent.file && (
            <>
              {' · '}
              <a href={address(`/files/${consent.file}`)}>{t('privacy.file')}</a>
            </>
          )}
        </p>
        <details className="note">
          <summary>{t('privacy.words')}</summary>
          <p className="words">{text.text}</p>
        </details>
      </span>
      {consent.withdrawnAt ? (
        <span className="note num">
          {t('privacy.withdrawnAt', { at: formatMoment(consent.withdrawnAt) })}
        </span>
      ) : (
        withdraw && (
          <Button size="small" onClick={withdraw}>
            {t('privacy.withdraw')}
          </Button>
        )
      )}
    </li>
  )
}

/** What the person agreed to; one click notes that he no longer does. */
export function Consents({ contact }: { contact: string }) {
  const { t } = useTexts()
  const can = useCan()
  const { query, give, withdraw } = useConsents(contact)
  const [giving, setGiving] = useState(false)
  const mine = can('contact.update')
  return (
    <section>
      {query.isPending && <RowSkeleton rows={2} />}
      {query.error && (
        <Trouble
          title={t('common.notDone', { what: t('privacy.consents') })}
          error={query.error}
          again={() => void query.refetch()}
        />
      )}
      {query.data?.length === 0 && (
        <Empty
          icon={<SafetyCertificateOutlined />}
          title={t('privacy.noConsents')}
          hint={t('privacy.noConsentsHint')}
        />
      )}
      <ul>
        {query.data?.map((consent) => (
          <Line
            key={consent.id}
            consent={consent}
            withdraw={mine ? () => void withdraw(consent.id) : undefined}
          />
        ))}
      </ul>
      {mine && (
        <p className="below">
          <Button size="small" icon={<PlusOutlined />} onClick={() => setGiving(true)}>
            {t('privacy.give')}
          </Button>
        </p>
      )}
      {giving && <ConsentDialog contact={contact} give={give} close={() => setGiving(false)} />}
    </section>
  )
}
