import { PlusOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { newest, useConsentTexts, type ConsentText } from '@/features/contact'
import { formatMoment, useTexts } from '@/platform/i18n'
import { Empty, Tag } from '@/platform/ui'
import { Panel } from '../Panel'
import { AffectedPart } from './AffectedPart'
import { ConsentTextDialog } from './ConsentTextDialog'
import { RetentionPart } from './RetentionPart'

interface LineProps {
  text: ConsentText
  older: ConsentText[]
  follow: () => void
}

function Line({ text, older, follow }: LineProps) {
  const { t } = useTexts()
  return (
    <li className="text-line">
      <span className="grow">
        <b>{text.name}</b> <Tag>{t(`privacy.channels.${text.channel}`)}</Tag>{' '}
        <span className="note num">
          {t('privacy.version', { n: text.version })} · {formatMoment(text.createdAt)}
        </span>
        <p className="words">{text.text}</p>
        {older.length > 0 && (
          <details className="note">
            <summary>{t('privacy.older', { n: older.length })}</summary>
            {older.map(({ id, version, createdAt, text: words }) => (
              <p key={id} className="words">
                {t('privacy.version', { n: version })} · {formatMoment(createdAt)}
                <br />
                {words}
              </p>
            ))}
          </details>
        )}
      </span>
      <Button size="small" onClick={follow}>
        {t('privacy.newVersion')}
      </Button>
    </li>
  )
}

/** What people are asked to agree to, how long they are kept, and whose data was seen. */
export default function PrivacyPage() {
  const { t } = useTexts()
  const client = useQueryClient()
  const texts = useConsentTexts()
  const [writing, setWriting] = useState<ConsentText | 'new' | null>(null)
  const all = texts.data ?? []
  const acts = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setWriting('new')}>
      {t('privacy.newText')}
    </Button>
  )
  const older = ({ name, channel, version }: ConsentText) =>
    all.filter((one) => one.name === name && one.channel === channel && one.version < version)
  return (
    <Panel section="privacy" query={texts} acts={acts}>
      <h2 className="section">{t('privacy.texts')}</h2>
      <p className="note">{t('privacy.textsHint')}</p>
      {all.length === 0 && (
        <Empty
          icon={<SafetyCertificateOutlined />}
          title={t('privacy.noTexts')}
          hint={t('privacy.noTextsHint')}
        />
      )}
      <ul>
        {newest(all).map((text) => (
          <Line key={text.id} text={text} older={older(text)} follow={() => setWriting(text)} />
        ))}
      </ul>
      <RetentionPart />
      <AffectedPart />
      {writing && (
        <ConsentTextDialog
          before={writing === 'new' ? null : writing}
          saved={() => void client.invalidateQueries({ queryKey: ['consent-texts'] })}
          close={() => setWriting(null)}
        />
      )}
    </Panel>
  )
}
