import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { http } from '@/platform/http'

const SignIn = lazy(() => import('@/features/auth').then((auth) => ({ default: auth.SignInPage })))
const SetUp = lazy(() => import('@/features/auth').then((auth) => ({ default: auth.SetUpPage })))

const NewPassword = lazy(() => import('@/features/auth').then((auth) => ({ default: auth.NewPasswordPage })))

/** Between the door and the house: a one-time password is replaced here. */
export const Porch = () => (
  <Suspense>
    <NewPassword />
  </Suspense>
)

const NewFactor = lazy(() => import('@/features/auth').then((auth) => ({ default: auth.NewFactorPage })))

/** The second step of the porch: a role wants a second factor, and this person has none yet. */
export const FactorPorch = () => (
  <Suspense>
    <NewFactor />
  </Suspense>
)

/** The sign-in page, or the first-run page as long as no firm exists. */
export function Door() {
  const { data, isPending } = useQuery({
    queryKey: ['setup'],
    queryFn: () => http.get<{ open: boolean; needsCode: boolean }>('/setup').catch(() => null),
    staleTime: Infinity,
  })
  if (isPending) return null
  return <Suspense>{data?.open ? <SetUp needsCode={data.needsCode} /> : <SignIn />}</Suspense>
}
