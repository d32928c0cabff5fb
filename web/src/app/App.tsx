import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, type ReactNode } from 'react'
import { Problem, whenSignedOut } from '@/platform/http'
import { countIn, liveIn, localeOf, switchLanguage, useTexts } from '@/platform/i18n'
import { sessionKey, useSessionQuery } from '@/platform/session'
import { antdTheme } from '@/platform/theme/tokens'
import { useDark, wearTheme } from '@/platform/theme/theme'
import { Toasts } from '@/platform/toast'
import { Questions, Trouble } from '@/platform/ui'
import { Door, Porch } from './Door'
import { router } from './router'
import { Waiting } from './Waiting'

const retry = (count: number, error: unknown) => count < 1 && !(error instanceof Problem && error.status > 0)

const client = new QueryClient({
  defaultOptions: { queries: { retry, refetchOnWindowFocus: false, staleTime: 10_000 } },
})
whenSignedOut(() => {
  navigator.serviceWorker?.controller?.postMessage('forget')
  void client.invalidateQueries({ queryKey: sessionKey })
})

/** The red star stands behind the name of what must be filled. */
const starBehind = (label: ReactNode, { required }: { required: boolean }) => (
  <>
    {label}
    {required && (
      <span className="form-star" aria-hidden>
        *
      </span>
    )}
  </>
)

function Look({ children }: { children: ReactNode }) {
  const { locale } = useTexts()
  const dark = useDark()
  return (
    <ConfigProvider
      theme={antdTheme(dark)}
      {...(locale === 'zh' && { locale: zhCN })}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: starBehind }}
    >
      {children}
    </ConfigProvider>
  )
}

/** Nobody signed in: the door stands at whatever address was asked for, and opens onto it. */
function Gate() {
  const { t } = useTexts()
  const { data, error, isPending, refetch } = useSessionQuery()
  const { locale, theme } = data?.person ?? {}
  const timeZone = data && (data.person.timeZone ?? data.firm.timeZone)
  const currency = data?.firm.currency
  useEffect(() => {
    if (timeZone) liveIn(timeZone)
    if (currency) countIn(currency)
    if (locale) void switchLanguage(localeOf(locale))
    if (theme) wearTheme(theme)
  }, [locale, theme, timeZone, currency])
  if (isPending) return <Waiting />
  if (error)
    return (
      <div className="page-body">
        <Trouble title={t('problem.page')} error={error} again={() => void refetch()} />
      </div>
    )
  if (!data) return <Door />
  return data.passwordChangeNeeded ? <Porch /> : <RouterProvider router={router} />
}

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Look>
        <Gate />
        <Toasts />
        <Questions />
      </Look>
    </QueryClientProvider>
  )
}
