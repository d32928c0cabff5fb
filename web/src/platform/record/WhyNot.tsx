import { CheckCircleFilled, CloseCircleFilled, LockOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { http } from '../http'
import { useTexts } from '../i18n'
import { apiPath } from '../records'

interface Why {
  visible: boolean
  steps: { check: string; ok: boolean; text: string }[]
}

/** Stands where a record cannot be shown, and says which rule is in the way. */
export function WhyNot({ object, id }: { object: string; id: string }) {
  const { t } = useTexts()
  const [asked, setAsked] = useState(false)
  const { data } = useQuery({
    queryKey: ['why', object, id],
    queryFn: () => http.get<Why>(`${apiPath(object)}/${id}/why`),
    enabled: asked,
    retry: false,
  })
  return (
    <div className="page-body">
      <div className="trouble">
        <LockOutlined aria-hidden />
        <div className="grow">
          <div>{t('record.hidden')}</div>
          <div className="why">{t('record.hiddenHint')}</div>
          <ul className="why-steps">
            {data?.steps.map((step) => (
              <li key={step.text}>
                {step.ok ? (
                  <CheckCircleFilled aria-label={t('record.yes')} className="is-ok" />
                ) : (
                  <CloseCircleFilled aria-label={t('record.no')} className="bad" />
                )}{' '}
                {step.text}
              </li>
            ))}
          </ul>
        </div>
        {!asked && (
          <Button size="small" onClick={() => setAsked(true)}>
            {t('record.why')}
          </Button>
        )}
      </div>
    </div>
  )
}
