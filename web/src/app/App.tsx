import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, type ReactNode } from 'react'
import { Problem, whenProofIsNeeded, whenSignedOut } from '@/platform/http'
import { countIn, liveIn, localeOf, switchLanguage, useTexts } from '@/platform/i18n'
import { proveAgain, ProofAsked } from '@/platform/factor/proof'
import { sessionKey, useSessionQuery } from '@/platform/session'
import { antdTheme } from '@/platform/theme/tokens'
import { useDark, useStill, useTouch, wearTheme } from '@/platform/theme/theme'
import { Toasts } from '@/platform/toast'
import { Questions, Trouble } from '@/platform/ui'
import { Door, FactorPorch, Porch } from './Door'
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
whenProofIsNeeded(proveAgain)

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

/** The second click of two that opened a dialog falls beside it, and must not close it unseen. */
const modal = { mask: { closable: false } }

function Look({ children }: { children: ReactNode }) {
  const { locale } = useTexts()
  const dark = useDark()
  const touch = useTouch()
  const still = useStill()
  return (
    <ConfigProvider
      theme={antdTheme(dark, touch, still)}
      {...(locale === 'zh' && { locale: zhCN })}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: starBehind }}
      modal={modal}
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
  if (error && data === undefined)
    return (
      <div className="page-body">
        <Trouble title={t('problem.page')} error={error} again={() => void refetch()} />
      </div>
    )
  if (!data) return <Door />
  if (data.passwordChangeNeeded) return <Porch />
  return data.secondFactorNeeded ? <FactorPorch /> : <RouterProvider router={router} />
}

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Look>
        <Gate />
        <Toasts />
        <Questions />
        <ProofAsked />
      </Look>
    </QueryClientProvider>
  )
}
