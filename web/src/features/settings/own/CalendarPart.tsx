import { CalendarOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { http, useAlone } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { toastProblem } from '@/platform/toast'
import { ask, CopyButton } from '@/platform/ui'

const path = '/calendar-feed'

/** One's own tasks on the calendar of one's telephone: the secret address for it, told once. */
export function CalendarPart() {
  const { t } = useTexts()
  const { alone, busy } = useAlone()
  const [address, setAddress] = useState<string | null>(null)
  const feed = useQuery({
    queryKey: ['calendar-feed'],
    queryFn: ({ signal }) => http.get<{ since: string | null }>(path, undefined, signal),
  })
  const since = feed.data?.since ?? null
  const run = (work: () => Promise<unknown>) =>
    void alone(() => work().then(() => feed.refetch(), toastProblem))
  const sure = (key: 'renew' | 'stop') =>
    ask({
      title: t(`calendarFeed.${key}Ask`),
      text: t(`calendarFeed.${key}Text`),
      yes: t(`calendarFeed.${key}`),
      no: t('common.keep'),
      danger: true,
    })
  const make = async () => {
    if (since && !(await sure('renew'))) return
    run(() => http.post<{ address: string }>(path, undefined).then((made) => setAddress(made.address)))
  }
  const stop = async () => {
    if (await sure('stop')) run(() => http.delete(path))
  }
  return (
    <section>
      <h2 className="section">{t('calendarFeed.title')}</h2>
      <p className="ink2">{t('calendarFeed.hint')}</p>
      {since && <p className="note">{t('calendarFeed.since', { at: formatMoment(since) })}</p>}
      <div className="row">
        <Button
          icon={<CalendarOutlined />}
          loading={busy}
          disabled={feed.isPending}
          onClick={() => void make()}
        >
          {t(since ? 'calendarFeed.renew' : 'calendarFeed.make')}
        </Button>
        {since && <Button onClick={() => void stop()}>{t('calendarFeed.stop')}</Button>}
      </div>
      <Modal
        open={address !== null}
        title={t('calendarFeed.made')}
        footer={
          <>
            <CopyButton text={address ?? ''} />
            <Button type="primary" onClick={() => setAddress(null)}>
              {t('settings.tokenKept')}
            </Button>
          </>
        }
        onCancel={() => setAddress(null)}
      >
        <p className="ink2">{t('calendarFeed.once')}</p>
        <p className="secret">{address}</p>
      </Modal>
    </section>
  )
}
